namespace Vm.Vocabulary;

/// <summary>The naming rule between a hand-written body and the operation woven around it.</summary>
static class Operations
{
    const string BodySuffix = "Body";

    public static string NameOf(string method) =>
        method.EndsWith(BodySuffix, StringComparison.Ordinal) ? method[..^BodySuffix.Length] : method;
}
