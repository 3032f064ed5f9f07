using Vm.Paging;
using Vm.Proofs.Layout;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Proofs.Tests.Layout;

/// <summary>Accessors as they are compiled, against the bits that the attributes name.</summary>
public sealed class LayoutProverTests
{
    [Fact]
    public void Layouts_AreThoseOfThePageAndOfEveryPagingEntry()
    {
        Type[] entries =
        [
            typeof(I386LargePde), typeof(I386Pde), typeof(I386Pte),
            typeof(PaeLargePde), typeof(PaePde), typeof(PaePdpte), typeof(PaePte),
            typeof(HugePdpte), typeof(LargePde), typeof(Pde), typeof(Pdpte), typeof(Pml4e), typeof(Pte),
        ];
        Assert.Subset(PackedLayouts.All.ToHashSet(), entries.Append(typeof(Page)).ToHashSet());
        Assert.All(entries, type => Assert.Equal(
            new PackedLayout(type).Words.Sum(word => word.Width), new PackedLayout(type).Fields.Sum(field => field.Width)));
    }

    public static TheoryData<string> Layouts => [.. PackedLayouts.All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Accessors_Generated_AreProved(string name)
    {
        var type = PackedLayouts.All.Single(type => type.Name == name);
        var layout = new PackedLayout(type);
        var results = LayoutProver.Prove(LayoutProver.Claims(layout, SourcePlace.None), new ProofOptions()).ToList();

        Assert.Equal(1 + 2 * layout.Fields.Count, results.Count);
        Assert.All(results, result => Assert.Equal(Outcome.Proved, result.Outcome));
    }

    /// <summary>The must-fail twin: hand-written accessors, each wrong in its own way.</summary>
    [Fact]
    public void Accessors_Wrong_AreNotProved()
    {
        var failed = LayoutProver.Prove(LayoutProver.Claims(new PackedLayout(typeof(Wrong)), SourcePlace.None), new ProofOptions())
            .Where(result => result.Outcome != Outcome.Proved)
            .ToDictionary(result => result.Obligation.Clause, result => result.Note);

        Assert.Equal(["ClearsANeighbour.writes", "Overlaps.reads", "Overlaps.writes", "apart"], failed.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Fine and Overlaps", failed["apart"], StringComparison.Ordinal);
    }

    [Packed]
    struct Wrong
    {
        uint word0;

        [Bits(0, 0, 4)]
        public byte Fine
        {
            readonly get => (byte)(word0 & 0xFu);
            set => word0 = (word0 & 0xFFFFFFF0u) | (value & 0xFu);
        }

        [Bits(0, 3, 2)]
        public byte Overlaps
        {
            readonly get => (byte)((word0 >> 4) & 0x3u);
            set => word0 = (word0 & 0xFFFFFFCFu) | ((uint)(value & 0x3) << 4);
        }

        [Bits(0, 8, 1)]
        public bool ClearsANeighbour
        {
            readonly get => (word0 & 0x100u) != 0;
            set => word0 = value ? word0 | 0x100u : word0 & 0xFFFFFCFFu;
        }
    }
}
