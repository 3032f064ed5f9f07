namespace Vm.Benchmarks.Tests;

/// <summary>What is measured of translations is what is meant: the same bytes, no walk on a hit, no allocation.</summary>
public sealed class TranslationTests
{
    public static TheoryData<int> Modes => [.. Enumerable.Range(0, TranslationRatios.Modes.Count)];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Reads_InAllWays_SeeTheSameBytes(int mode)
    {
        var reads = TranslationRatios.Modes[mode];
        var plain = reads.Plain();
        var misses = reads.Misses;

        Assert.Equal(plain, reads.Hit());
        Assert.Equal(misses, reads.Misses);
        Assert.Equal(plain, reads.Walk());
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Reads_Translated_AllocateNothing(int mode)
    {
        var reads = TranslationRatios.Modes[mode];
        reads.Hit();
        reads.Walk();
        var before = GC.GetAllocatedBytesForCurrentThread();
        reads.Hit();
        reads.Walk();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
