namespace Vm.Generators.Locks;

/// <summary>Terms in words, for messages: as the body would write them.</summary>
static class Words
{
    public static string Of(Term term)
    {
        var name = NameOf(term.Head);
        return term.Arguments.Count switch
        {
            0 => name,
            1 when term.Head.IndexOf('#') > 0 => $"{Of(term.Arguments[0])}.{name.Substring(name.IndexOf('.') + 1)}",
            _ => $"{name}({string.Join(", ", term.Arguments.Select(Of))})",
        };
    }

    /// <summary>Without the number that tells epochs and fresh values apart.</summary>
    static string NameOf(string head)
    {
        var number = head.IndexOf('#');
        return (number > 0 ? head.Substring(0, number) : head).TrimStart('\'');
    }
}
