using CsCheck;
using Vm.Mmu;
using Vm.Paging;
using Vm.Resident;

namespace Vm.Tests.Pmap;

public sealed class I386PhysicalMapModelTests() : PhysicalMapModelTests<I386Paging>(0x1000, 0x2000, 0x3f_f000, 0x40_0000, 0x8000_0000, 0xBFFF_F000);

public sealed class PaePhysicalMapModelTests() : PhysicalMapModelTests<PaePaging>(0x1000, 0x2000, 0x1f_f000, 0x20_0000, 0x4000_0000, 0x8000_0000, 0xBFFF_F000);

public sealed class FourLevelPhysicalMapModelTests() : PhysicalMapModelTests<FourLevelPaging>(
    0x1000, 0x2000, 0x3000, 0x1f_f000, 0x20_0000, 0x4000_0000, 0x80_0000_0000, 0x1f_ff00_0000, 0x7fff_ffff_f000);

/// <summary>Random operations on the map, against a dictionary, observed through the processor.</summary>
public abstract class PhysicalMapModelTests<TPaging> where TPaging : struct, IPagingMode
{
    /// <summary>Neighbours, and addresses that share only upper tables, or none.</summary>
    readonly ulong[] addresses;

    readonly Gen<Action<Run>> operation;

    protected PhysicalMapModelTests(params ulong[] addresses)
    {
        this.addresses = addresses;
        var address = Gen.Int[0, addresses.Length - 1].Select(i => addresses[i]);
        var frame = Gen.UInt[PmapFixture<TPaging>.FirstFrame, PmapFixture<TPaging>.FirstFrame + 3];
        var rights = Gen.Byte[0, 7].Select(bits => (Protection)bits);
        operation = Gen.OneOf<Action<Run>>(
            Gen.Select(address, frame, rights, (va, mapped, protection) => new Action<Run>(run => run.Enter(va, mapped, protection))),
            Gen.Select(address, address, (start, end) => new Action<Run>(run => run.Protect(start, end, Protection.None))),
            Gen.Select(address, address, rights, (start, end, protection) => new Action<Run>(run => run.Protect(start, end, protection))),
            Gen.Select(frame, rights, (mapped, protection) => new Action<Run>(run => run.PageProtect(mapped, protection))),
            Gen.Select(frame, mapped => new Action<Run>(run => run.Clear(mapped))),
            Gen.Select(address, address => new Action<Run>(run => run.Collect())),
            Gen.Select(address, Gen.Int[0, 2], (va, kind) => new Action<Run>(run => run.Access(va, (AccessKind)kind))));
    }

    [Fact]
    public void Operations_Random_AgreeWithTheModel() =>
        operation.Array[1, 40].Sample(operations => new Run(addresses, invalidated: null).AgreesAfter(operations), iter: 1000);

    [Fact]
    public void Operations_WithoutInvalidation_AreSeenToDisagree() =>
        Assert.ThrowsAny<Exception>(() =>
            operation.Array[1, 40].Sample(operations => new Run(addresses, new DeafCache()).AgreesAfter(operations), iter: 1000, threads: 1));

    sealed class Run(ulong[] addresses, ITranslationCache? invalidated)
    {
        readonly PmapFixture<TPaging> machine = new(invalidated: invalidated);
        readonly Dictionary<ulong, (uint Frame, Protection Rights)> mappings = [];
        readonly HashSet<uint> modified = [];
        readonly HashSet<uint> referenced = [];
        bool agrees = true;

        public bool AgreesAfter(Action<Run>[] operations)
        {
            foreach (var operation in operations) operation(this);
            foreach (var va in addresses)
            {
                for (var kind = AccessKind.Read; kind <= AccessKind.Fetch; kind++) Access(va, kind);
                var isMapped = machine.Map.TryExtract(VirtualAddress.Of(va), out var address);
                agrees &= isMapped == mappings.TryGetValue(va, out var mapping) && address >> 12 == mapping.Frame;
            }

            for (var frame = PmapFixture<TPaging>.FirstFrame; frame < PmapFixture<TPaging>.FirstFrame + 4; frame++)
            {
                agrees &= machine.Maps.IsModified(frame) == modified.Contains(frame);
                agrees &= machine.Maps.IsReferenced(frame) == referenced.Contains(frame);
            }

            return agrees;
        }

        static Protection Always => TPaging.HasNoExecute ? Protection.Read : Protection.Read | Protection.Execute;

        /// <summary>All is unmapped, and nothing is forgotten of the frames.</summary>
        public void Collect()
        {
            machine.Map.Collect();
            mappings.Clear();
        }

        public void Enter(ulong va, uint frame, Protection rights)
        {
            machine.Map.Enter(VirtualAddress.Of(va), frame, rights, wired: false);
            if (rights == Protection.None) mappings.Remove(va);

            // On these processors, what is mapped can be read, and in i386 mode fetched.
            else mappings[va] = (frame, rights | Always);
        }

        public void Protect(ulong start, ulong end, Protection rights)
        {
            if (rights == Protection.None) machine.Map.Remove(VirtualAddress.Of(start), VirtualAddress.Of(end));
            else machine.Map.Protect(VirtualAddress.Of(start), VirtualAddress.Of(end), rights);
            Restrict(va => va >= start && va < end, rights);
        }

        public void PageProtect(uint frame, Protection rights)
        {
            machine.Maps.PageProtect(frame, rights);
            Restrict(va => mappings[va].Frame == frame, rights);
        }

        public void Clear(uint frame)
        {
            machine.Maps.ClearModify(frame);
            machine.Maps.ClearReference(frame);
            modified.Remove(frame);
            referenced.Remove(frame);
        }

        public void Access(ulong va, AccessKind kind)
        {
            var needed = kind switch
            {
                AccessKind.Write => Protection.Write,
                AccessKind.Fetch => Protection.Execute,
                _ => Protection.Read,
            };
            uint? expected = mappings.TryGetValue(va, out var mapping) && mapping.Rights.HasFlag(needed) ? mapping.Frame : null;
            agrees &= machine.Access(va, kind) == expected;
            if (expected is not { } frame) return;

            referenced.Add(frame);
            if (kind == AccessKind.Write) modified.Add(frame);
        }

        void Restrict(Func<ulong, bool> where, Protection rights)
        {
            foreach (var va in mappings.Keys.Where(where).ToList())
            {
                if (!rights.HasFlag(Protection.Read)) mappings.Remove(va);
                else mappings[va] = (mappings[va].Frame, mappings[va].Rights & (rights | Always));
            }
        }
    }
}
