using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>An address and its indices in each mode.</summary>
/// <typeparam name="TMode">The paging mode.</typeparam>
[Lemmas(typeof(I386Paging), typeof(PaePaging), typeof(FourLevelPaging))]
static class AddressLemmas<TMode> where TMode : struct, IPagingMode
{
    [Lemma("the indices of an address and its offset, put together, are the address")]
    static bool Recomposed(VirtualAddress va)
    {
        if (!TMode.IsCanonical(va)) return true;
        var made = VirtualAddress.Of(va.Offset);
        for (var level = 1; level <= TMode.Levels; level++) made = TMode.WithIndex(made, level, TMode.Index(va, level));
        return made.Value == va.Value;
    }

    [Lemma("the index put into a level of an address is the index there, and the other levels and the offset keep theirs")]
    static bool IndexIsReadBack(VirtualAddress va, int level, int index)
    {
        if (!TMode.IsCanonical(va)) return true;
        if (level < 1 || level > TMode.Levels || index < 0 || index >= TMode.Entries(level)) return true;
        var made = TMode.WithIndex(va, level, index);
        for (var other = 1; other <= TMode.Levels; other++)
        {
            if (TMode.Index(made, other) != (other == level ? index : TMode.Index(va, other))) return false;
        }

        return made.Offset == va.Offset && TMode.IsCanonical(made);
    }

    [Lemma("an index is one of the table's entries")]
    static bool IndexIsInTheTable(VirtualAddress va, int level) =>
        level < 1 || level > TMode.Levels || (TMode.Index(va, level) >= 0 && TMode.Index(va, level) < TMode.Entries(level));
}
