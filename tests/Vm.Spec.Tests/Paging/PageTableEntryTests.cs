using Vm.Paging;

namespace Vm.Tests.Paging;

public sealed class PageTableEntryTests
{
    /// <summary>Each field at its full value, against the word that the processor manual's figure gives.</summary>
    public static TheoryData<string, ulong> Fields => new()
    {
        { nameof(PageTableEntry.Present), 1UL << 0 },
        { nameof(PageTableEntry.Writable), 1UL << 1 },
        { nameof(PageTableEntry.User), 1UL << 2 },
        { nameof(PageTableEntry.WriteThrough), 1UL << 3 },
        { nameof(PageTableEntry.CacheDisable), 1UL << 4 },
        { nameof(PageTableEntry.Accessed), 1UL << 5 },
        { nameof(PageTableEntry.Dirty), 1UL << 6 },
        { nameof(PageTableEntry.PageSize), 1UL << 7 },
        { nameof(PageTableEntry.Global), 1UL << 8 },
        { nameof(PageTableEntry.Available), 0x0000_0000_0000_0e00 },
        { nameof(PageTableEntry.Frame), 0x000f_ffff_ffff_f000 },
        { nameof(PageTableEntry.AvailableHigh), 0x7ff0_0000_0000_0000 },
        { nameof(PageTableEntry.NoExecute), 1UL << 63 },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_Filled_SetsItsBitsAndNoOther(string field, ulong bits) => Assert.Equal(bits, Filled(field).Value);

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_ClearedInAFullWord_ClearsItsBitsAndNoOther(string field, ulong bits)
    {
        object entry = PageTableEntry.Of(ulong.MaxValue);
        var property = typeof(PageTableEntry).GetProperty(field)!;
        property.SetValue(entry, Activator.CreateInstance(property.PropertyType));

        Assert.Equal(~bits, ((PageTableEntry)entry).Value);
    }

    [Fact]
    public void Fields_Together_CoverTheWordOnce()
    {
        var covered = 0UL;
        foreach (var row in Fields)
        {
            var bits = (ulong)row[1];
            Assert.Equal(0UL, covered & bits);
            covered |= bits;
        }

        Assert.Equal(ulong.MaxValue, covered);
    }

    [Fact]
    public void Of_AnyWord_GivesItBack() => Assert.Equal(0x8123_4567_89ab_cdefUL, PageTableEntry.Of(0x8123_4567_89ab_cdef).Value);

    /// <summary>An empty entry but for one field, which has its largest value.</summary>
    static PageTableEntry Filled(string field)
    {
        object entry = default(PageTableEntry);
        var property = typeof(PageTableEntry).GetProperty(field)!;
        var full = PageTableEntry.Of(ulong.MaxValue);
        property.SetValue(entry, property.GetValue(full));
        return (PageTableEntry)entry;
    }
}
