namespace Vm.Transcripts;

/// <summary>Names of one kind of row. Numbers go up and are never given again; a row can have one name after another.</summary>
sealed class NameTable<THandle>
    where THandle : struct
{
    readonly Dictionary<char, int> given = [];
    readonly Dictionary<string, THandle> rows = [];
    readonly Dictionary<THandle, string> inForce = [];

    /// <summary>The rows that have a name now.</summary>
    public IReadOnlyDictionary<THandle, string> InForce => inForce;

    /// <summary>Gives a row the next name that begins with a letter.</summary>
    public string Give(char letter, THandle row)
    {
        var name = $"{letter}{given[letter] = given.GetValueOrDefault(letter) + 1}";
        Name(row, name);
        return name;
    }

    /// <summary>Lets a row have a name that was given elsewhere.</summary>
    public void Name(THandle row, string name)
    {
        rows[name] = row;
        inForce[row] = name;
    }

    /// <summary>Ends the name of a row. It still finds the row: a misuse may pass a page that it no longer holds.</summary>
    public void End(THandle row) => inForce.Remove(row);

    public string? Of(THandle row) => inForce.GetValueOrDefault(row);

    public bool TryFind(string name, out THandle row) => rows.TryGetValue(name, out row);
}
