using BenchmarkDotNet.Attributes;
using Vm.Paging;

namespace Vm.Benchmarks;

/// <summary>Reads through the TLB and through walks, against the same reads of an array. <see cref="TranslationRatios"/> measures the same on a busy machine.</summary>
[InProcess, MemoryDiagnoser]
[GenericTypeArguments(typeof(I386Paging))]
[GenericTypeArguments(typeof(PaePaging))]
[GenericTypeArguments(typeof(FourLevelPaging))]
public class Translations<TMode> where TMode : struct, IPagingMode
{
    Translation<TMode> reads = null!;

    [GlobalSetup]
    public void Setup() => reads = new();

    [Benchmark(Baseline = true, OperationsPerInvoke = ITranslation.Batch)]
    public ulong Plain() => reads.Plain();

    [Benchmark(OperationsPerInvoke = ITranslation.Batch)]
    public ulong TlbHit() => reads.Hit();

    [Benchmark(OperationsPerInvoke = ITranslation.Batch)]
    public ulong Walk() => reads.Walk();
}
