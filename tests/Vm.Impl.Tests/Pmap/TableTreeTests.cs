using Vm.Machine;
using Vm.Mmu;
using Vm.Paging;
using Vm.Pmap;
using Vm.Pmap.Lemmas;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Pmap;

public sealed class I386TableTreeTests : TableTreeTests<I386Paging>;

public sealed class PaeTableTreeTests : TableTreeTests<PaePaging>;

public sealed class FourLevelTableTreeTests : TableTreeTests<FourLevelPaging>;

/// <summary>What the lemmas assume of the tables of a space, looked at in whole spaces while pages and tables come and go.</summary>
public abstract class TableTreeTests<TPaging> where TPaging : struct, IPagingMode
{
    /// <summary>Both are mapped from different entries of the root.</summary>
    static readonly VirtualAddress one = VirtualAddress.Of(0x1000), other = VirtualAddress.Of(0x1000 | (1UL << TPaging.Shift(TPaging.Levels)));

    [Fact]
    public void Tables_OfAPmapThatChanges_AreATree()
    {
        var pmap = new PmapFixture<TPaging>(tableFrames: 80);
        var random = new Random(6);
        VirtualAddress[] addresses = [.. Enumerable.Range(0, 12).Select(_ => VirtualAddress.Of((ulong)random.NextInt64((long)KernelHalf.UserEnd<TPaging>()) & ~0xfffUL))];
        for (var step = 0; step < 300; step++)
        {
            var va = addresses[random.Next(addresses.Length)];
            var behind = VirtualAddress.Of(va.Value + IPagingMode.PageSize);
            var protection = (Protection)random.Next(1, 8);
            switch (random.Next(5))
            {
                case 0: pmap.Map.Remove(va, behind); break;
                case 1: pmap.Map.Protect(va, behind, protection); break;
                case 2: pmap.Access(va.Value, (AccessKind)random.Next(3)); break;
                case 3 when step % 50 == 0: pmap.Map.Collect(); break;
                default: pmap.Map.Enter(va, PmapFixture<TPaging>.FirstFrame + (uint)random.Next(20), protection, wired: false); break;
            }

            Assert.Empty(Offenders(pmap.Memory, [pmap.Map]));
            var another = addresses[random.Next(addresses.Length)];
            Assert.True(TableTree<TPaging>.AreLawful(pmap.Map.Tables, va, another), $"step {step}: {va}, {another}");
        }
    }

    /// <summary>The frames of the tables are the page module's: none that it gives is a table, of this space or of another.</summary>
    [Fact]
    public void Tables_OfForkedProgramsUnderPressure_AreTrees()
    {
        using var machine = new TraceMachine<Contracts, TPaging>(frames: 6, tasks: 3);
        var random = new Random(6);
        for (var round = 0; round < 20; round++)
        {
            var parent = machine.Start();
            machine.Run(parent, Store(1));
            machine.Fork(parent);
            machine.Fork(parent);
            for (var i = 0; i < 20; i++)
                machine.Run(machine.Tasks[random.Next(machine.Tasks.Count)], Store((ulong)random.Next(1, 10) << (TPaging.Shift(2) - IPagingMode.PageShift)));
            Assert.Empty(Offenders(machine.Memory, [.. machine.Tasks.Select(task => task.Map)]));
            while (machine.Tasks.Count > 0) machine.Exit(machine.Tasks[^1]);
        }

        Assert.True(machine.DirtyEvictions > 100);
    }

    /// <summary>The must-fail twin: a table that two entries name.</summary>
    [Fact]
    public void Tables_NamedTwice_AreNoTree()
    {
        var pmap = Mapped();
        Assert.Empty(Offenders(pmap.Memory, [pmap.Map]));
        Assert.True(TableTree<TPaging>.AreLawful(pmap.Map.Tables, one, other));

        pmap.Memory.WriteEntry<TPaging>(RootEntry(pmap.Map, other), pmap.Memory.ReadEntry<TPaging>(RootEntry(pmap.Map, one)));

        Assert.Contains(Offenders(pmap.Memory, [pmap.Map]), offender => offender.StartsWith("named twice", StringComparison.Ordinal));
        Assert.False(TableTree<TPaging>.AreLawful(pmap.Map.Tables, one, other));
    }

    /// <summary>The must-fail twin: a table that two spaces have. Neither path alone shows it, the visit of both does.</summary>
    [Fact]
    public void Tables_OfTwoSpaces_AreNotShared()
    {
        var pmap = Mapped();
        var second = pmap.Maps.Create();
        second.Enter(one, PmapFixture<TPaging>.FirstFrame, Protection.All, wired: false);
        Assert.Empty(Offenders(pmap.Memory, [pmap.Map, second]));

        pmap.Memory.WriteEntry<TPaging>(RootEntry(second, one), pmap.Memory.ReadEntry<TPaging>(RootEntry(pmap.Map, one)));

        Assert.NotEmpty(Offenders(pmap.Memory, [pmap.Map, second]));
    }

    /// <summary>The must-fail twin: an entry that names a table with fewer rights than it must give.</summary>
    [Fact]
    public void Tables_NamedByAnotherEntryThanThePmaps_AreNotLawful()
    {
        var pmap = Mapped();
        var entry = pmap.Memory.ReadEntry<TPaging>(RootEntry(pmap.Map, one));
        entry.WriteThrough = !entry.WriteThrough;
        pmap.Memory.WriteEntry<TPaging>(RootEntry(pmap.Map, one), entry);

        Assert.NotEmpty(Offenders(pmap.Memory, [pmap.Map]));
        Assert.False(TableTree<TPaging>.IsLawful(pmap.Map.Tables, one));
        Assert.True(TableTree<TPaging>.IsLawful(pmap.Map.Tables, other));
    }

    static PmapFixture<TPaging> Mapped()
    {
        var pmap = new PmapFixture<TPaging>();
        pmap.Map.Enter(one, PmapFixture<TPaging>.FirstFrame, Protection.All, wired: false);
        pmap.Map.Enter(other, PmapFixture<TPaging>.FirstFrame, Protection.All, wired: false);
        return pmap;
    }

    static ulong RootEntry(PhysicalMap<TPaging> map, VirtualAddress va) => EntryAddress.Of<TPaging>(map.RootAddress, va, TPaging.Levels);

    static TraceRecord Store(ulong page) => new(RecordKind.Store, page << IPagingMode.PageShift, 8);

    /// <summary>What keeps the tables of spaces from being a tree each, of tables of its own but for the kernel's.</summary>
    static List<string> Offenders(PhysicalMemory memory, IReadOnlyList<PhysicalMap<TPaging>> maps)
    {
        var (offenders, programs) = (new List<string>(), new HashSet<ulong>());
        foreach (var map in maps)
        {
            var kernels = new HashSet<ulong>();
            if (!programs.Add(map.RootAddress)) offenders.Add($"named twice: the root at 0x{map.RootAddress:x}");
            for (var i = 0; i < TPaging.Entries(TPaging.Levels); i++)
                Visit(map.RootAddress, i, TPaging.Levels, i < KernelHalf.RootIndex<TPaging>() ? programs : kernels);
            offenders.AddRange(kernels.Where(programs.Contains).Select(table => $"the program's and the kernel's: 0x{table:x}"));
        }

        return offenders;

        void Visit(ulong table, int index, int level, HashSet<ulong> tables)
        {
            var entry = memory.ReadEntry<TPaging>(table + (ulong)(index * TPaging.EntrySize));
            if (!entry.Present || level == 1) return;

            var named = entry.Frame << IPagingMode.PageShift;
            if (!TableTree<TPaging>.Names(entry, level)) offenders.Add($"no name of a table: {entry} at level {level}");
            else if (!tables.Add(named)) offenders.Add($"named twice: 0x{named:x} at level {level}");
            else for (var i = 0; i < TPaging.Entries(level - 1); i++) Visit(named, i, level - 1, tables);
        }
    }
}
