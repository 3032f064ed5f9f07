using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Vm.Benchmarks;

/// <summary>The module in off mode against the bare chain, over random keys. <see cref="PairedRatios"/> measures the same on a busy machine.</summary>
[InProcess, CategoriesColumn, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class AgainstChain
{
    Workload work = null!;

    public static IEnumerable<object> Sizes => PairedRatios.Sizes;

    [ParamsSource(nameof(Sizes))]
    public object Size { get; set; } = null!;

    [GlobalSetup]
    public void Setup() => work = new((Size)Size);

    [GlobalCleanup]
    public void Cleanup() => work.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Workload.Batch), BenchmarkCategory("hit")]
    public ulong ChainHit() => work.Chain.Lookup(work.NextPresent());

    [Benchmark(OperationsPerInvoke = Workload.Batch), BenchmarkCategory("hit")]
    public ulong LookupHit() => TableOperations.Lookup(work.Module, work.NextPresent());

    [Benchmark(Baseline = true, OperationsPerInvoke = Workload.Batch), BenchmarkCategory("miss")]
    public ulong ChainMiss() => work.Chain.Lookup(work.NextAbsent());

    [Benchmark(OperationsPerInvoke = Workload.Batch), BenchmarkCategory("miss")]
    public ulong LookupMiss() => TableOperations.Lookup(work.Module, work.NextAbsent());

    [Benchmark(Baseline = true, OperationsPerInvoke = Workload.Batch), BenchmarkCategory("change")]
    public void ChainReinsert() => work.Chain.Reinsert(work.NextPresent());

    [Benchmark(OperationsPerInvoke = Workload.Batch), BenchmarkCategory("change")]
    public void InsertRemove() => TableOperations.Reinsert(work.Module, work.NextPresent());

    [Benchmark(OperationsPerInvoke = Workload.Batch), BenchmarkCategory("change")]
    public void AllocFree() => TableOperations.FreeAlloc(work.Module, work.NextPresent());

    [Benchmark(OperationsPerInvoke = Workload.Batch), BenchmarkCategory("change")]
    public void GrabRelease() => TableOperations.GrabRelease(work.Module, work.NextPresent());

    [Benchmark(OperationsPerInvoke = 2 * Workload.Batch), BenchmarkCategory("change")]
    public void Replace() => TableOperations.Replace(work.Module, work.NextPresent());
}
