using BenchmarkDotNet.Attributes;
using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Benchmarks;

/// <summary>
/// One page entered into an object and taken out again, in each mode of checking, against a direct call of the two bodies.
/// Half of the frames hold other pages of the object, because full mode looks at all of them.
/// </summary>
public class InsertRemove
{
    Subject<Off> off = null!;
    Subject<Contracts> contracts = null!;
    Subject<Full> full = null!;

    /// <summary>Frames of the module.</summary>
    [Params(64, 1024)]
    public int Frames { get; set; }

    [GlobalSetup]
    public void Setup() => (off, contracts, full) = (new(Frames), new(Frames), new(Frames));

    [Benchmark(Baseline = true)]
    public void Direct()
    {
        Bodies<Off>.Insert(off.Module, off.Page, off.Object, off.Offset);
        Bodies<Off>.Remove(off.Module, off.Page);
    }

    [Benchmark]
    public void Off() => off.InsertRemove();

    [Benchmark]
    public void Contracts() => contracts.InsertRemove();

    [Benchmark]
    public void Full() => full.InsertRemove();

    /// <summary>A half-filled module with its locks held, and a page that is in no object.</summary>
    sealed class Subject<TMode>
        where TMode : struct, ICheckMode
    {
        public Subject(int frames)
        {
            Module = ResidentModule<TMode>.Bootstrap(new BootSegment(0, (uint)frames, 0), objects: 1);
            Object = Module.CreateObject(isInternal: true, size: (ulong)frames * ResidentState.PageSize);
            Module.State.Objects[Object].Lock.Acquire();
            for (var page = 0; page < frames / 2; page++) Module.Alloc(Object, (ulong)page * ResidentState.PageSize);
            Page = Module.Grab();
            Offset = (ulong)frames * ResidentState.PageSize;
            Module.State.PageQueuesLock.Acquire();
        }

        public ResidentModule<TMode> Module { get; }

        public ObjectId Object { get; }

        public PageId Page { get; }

        public ulong Offset { get; }

        public void InsertRemove()
        {
            Module.Insert(Page, Object, Offset);
            Module.Remove(Page);
        }
    }
}
