namespace Vm.Transcripts;

/// <summary>Where the original has changed since it was recorded, so that one function is here twice.</summary>
public static class Revisions
{
    /// <summary>The recorded one, as it is called in the headers of the recordings.</summary>
    public const string Recorded = "b5096e00";

    /// <summary>The revision that alone has an operation as written; null if later ones have it, too.</summary>
    /// <param name="operation">For example <c>ConvertAsWritten</c>.</param>
    public static string? Only(string operation) => operation == "ConvertAsWritten" ? Recorded : null;
}
