using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident;

/// <summary>A lookup does not take the bucket's lock: others enter and remove pages of the same chains meanwhile.</summary>
public sealed class LookupRaceTests
{
    const int Frames = 64;
    const int Resident = 8;
    const int Rounds = 20_000;

    readonly ResidentModule<Off> module = ResidentModule<Off>.Bootstrap(new BootSegment(0, Frames, 0), objects: 4);

    [Fact]
    public void Lookup_WhileChainsChange_FindsWhatIsThereAndNothingElse()
    {
        var stop = false;
        var reader = new Reader(module);
        var objects = Enumerable.Range(0, 2).Select(_ => module.CreateObject(isInternal: true, size: 0)).ToList();
        var writers = objects.Select(obj => Started(() =>
        {
            var random = new Random((int)obj.V);
            using var held = module.State.Objects[obj].Lock.Enter();
            while (!Volatile.Read(ref stop)) AllocAndFree(obj, random);
        })).ToList();

        for (var i = 0; i < Rounds; i++) reader.LookUpAll();

        Volatile.Write(ref stop, true);
        writers.ForEach(writer => writer.Join());
        Assert.Equal("", reader.Wrong);
        module.CheckInvariants(nameof(LookupRaceTests));
    }

    /// <summary>Fills chains and empties them in another order, so that pages go from one chain to another.</summary>
    void AllocAndFree(ObjectId obj, Random random)
    {
        var pages = new PageId[Resident];
        for (var i = 0; i < pages.Length; i++) pages[i] = module.Alloc(obj, ((ulong)random.Next(1 << 16) * Resident + (ulong)i) * ResidentState.PageSize);
        random.Shuffle(pages);
        using (module.State.PageQueuesLock.Enter())
        {
            foreach (var mem in pages) module.Free(mem);
        }
    }

    static Thread Started(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        return thread;
    }

    /// <summary>Looks up pages of an object that stays as it is.</summary>
    sealed class Reader
    {
        readonly ResidentModule<Off> module;
        readonly ObjectId obj;
        readonly PageId[] pages;

        public Reader(ResidentModule<Off> module)
        {
            this.module = module;
            obj = module.CreateObject(isInternal: true, size: 0);
            module.State.Objects[obj].Lock.Acquire();
            pages = [.. Enumerable.Range(0, Resident).Select(i => module.Alloc(obj, OffsetOf(i)))];
        }

        public string Wrong { get; private set; } = "";

        public void LookUpAll()
        {
            for (var i = 0; i < pages.Length; i++)
            {
                Expect(pages[i], OffsetOf(i));
                Expect(default, OffsetOf(i + pages.Length));
            }
        }

        void Expect(PageId expected, ulong offset)
        {
            var found = module.Lookup(obj, offset);
            if (found != expected) Wrong = $"{found} instead of {expected} at {offset:X}";
        }

        static ulong OffsetOf(int i) => (ulong)i * ResidentState.PageSize;
    }
}
