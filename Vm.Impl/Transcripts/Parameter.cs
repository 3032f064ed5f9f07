namespace Vm.Transcripts;

/// <summary>An argument that an operation takes.</summary>
/// <param name="Name">Its name in transcripts.</param>
/// <param name="Check">Complains of a value that does not suit it.</param>
sealed record Parameter(string Name, Action<Node> Check)
{
    public static Parameter Page(string name) => new(name, NameKind.Page.Check);

    public static Parameter Object(string name) => new(name, NameKind.Object.Check);

    public static Parameter Number(string name, ulong most = ulong.MaxValue) => new(name, value => value.Number(most));

    public static Parameter Flag(string name) => new(name, value => value.Flag());
}
