using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>Which of the component's rows a transcript's names stand for. The same rules gave the recorded names.</summary>
sealed class Names
{
    /// <summary>Names of pages: <c>p</c> from the allocator until they are free, <c>f</c> for ever.</summary>
    public NameTable<PageId> Pages { get; } = new();

    /// <summary>Names of objects, until they are destroyed.</summary>
    public NameTable<ObjectId> Objects { get; } = new();

    /// <summary>The name in force; a row without one is shown as the component shows it. Null for no page.</summary>
    public string? Of(PageId mem) => mem.IsNull ? null : Pages.Of(mem) ?? mem.ToString();

    /// <inheritdoc cref="Of(PageId)"/>
    public string? Of(ObjectId obj) => obj.IsNull ? null : Objects.Of(obj) ?? obj.ToString();

    /// <summary>The page that a transcript names.</summary>
    public PageId Page(Node name) =>
        Pages.TryFind(name.Text(), out var mem) ? mem : throw Unknown(name);

    /// <summary>The object that a transcript names.</summary>
    public ObjectId Object(Node name) =>
        Objects.TryFind(name.Text(), out var obj) ? obj : throw Unknown(name);

    /// <summary>Complains of names that no operation up to now has introduced.</summary>
    public void CheckIntroduced(NameRange range, LinePlace place)
    {
        // Names are given in order, so whoever has the last has all.
        if (!Pages.TryFind(range.LastName, out _) && !Objects.TryFind(range.LastName, out _))
            throw place.Wrong($"{range.LastName} has changed, but no line up to this one introduces it");
    }

    static TranscriptException Unknown(Node name) =>
        name.Place.Wrong($"{name.Path} names {name.Text()}, which no line before this one introduces");
}
