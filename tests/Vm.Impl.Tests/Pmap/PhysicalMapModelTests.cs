using CsCheck;
using Vm.Mmu;
using Vm.Paging;
using Vm.Pmap;
using Vm.Resident;

namespace Vm.Tests.Pmap;

/// <summary>Random operations on the map, against a dictionary, observed through the processor.</summary>
public sealed class PhysicalMapModelTests
{
    /// <summary>Neighbours, and addresses that share only upper tables, or none.</summary>
    static readonly ulong[] Addresses =
        [0x1000, 0x2000, 0x3000, 0x1f_f000, 0x20_0000, 0x4000_0000, 0x80_0000_0000, 0x1f_ff00_0000, 0x7fff_ffff_f000];

    static readonly Gen<ulong> Address = Gen.Int[0, Addresses.Length - 1].Select(i => Addresses[i]);
    static readonly Gen<uint> Frame = Gen.UInt[PmapFixture.FirstFrame, PmapFixture.FirstFrame + 3];
    static readonly Gen<Protection> Rights = Gen.Byte[0, 7].Select(bits => (Protection)bits);

    static readonly Gen<Action<Run>> Operation = Gen.OneOf<Action<Run>>(
        Gen.Select(Address, Frame, Rights, (va, frame, rights) => new Action<Run>(run => run.Enter(va, frame, rights))),
        Gen.Select(Address, Address, (start, end) => new Action<Run>(run => run.Protect(start, end, Protection.None))),
        Gen.Select(Address, Address, Rights, (start, end, rights) => new Action<Run>(run => run.Protect(start, end, rights))),
        Gen.Select(Frame, Rights, (frame, rights) => new Action<Run>(run => run.PageProtect(frame, rights))),
        Gen.Select(Frame, frame => new Action<Run>(run => run.Clear(frame))),
        Gen.Select(Address, Gen.Int[0, 2], (va, kind) => new Action<Run>(run => run.Access(va, (AccessKind)kind))));

    [Fact]
    public void Operations_Random_AgreeWithTheModel() =>
        Operation.Array[1, 40].Sample(operations => new Run(invalidated: null).AgreesAfter(operations), iter: 1000);

    [Fact]
    public void Operations_WithoutInvalidation_AreSeenToDisagree() =>
        Assert.ThrowsAny<Exception>(() =>
            Operation.Array[1, 40].Sample(operations => new Run(new DeafCache()).AgreesAfter(operations), iter: 1000, threads: 1));

    sealed class Run(ITranslationCache? invalidated)
    {
        readonly PmapFixture machine = new((uint)PhysicalMap.TablesFor(Addresses.Length), invalidated);
        readonly Dictionary<ulong, (uint Frame, Protection Rights)> mappings = [];
        readonly HashSet<uint> modified = [];
        readonly HashSet<uint> referenced = [];
        bool agrees = true;

        public bool AgreesAfter(Action<Run>[] operations)
        {
            foreach (var operation in operations) operation(this);
            foreach (var va in Addresses)
            {
                for (var kind = AccessKind.Read; kind <= AccessKind.Fetch; kind++) Access(va, kind);
                var isMapped = machine.Map.TryExtract(VirtualAddress.Of(va), out var address);
                agrees &= isMapped == mappings.TryGetValue(va, out var mapping) && address >> 12 == mapping.Frame;
            }

            for (var frame = PmapFixture.FirstFrame; frame < PmapFixture.FirstFrame + 4; frame++)
            {
                agrees &= machine.Map.IsModified(frame) == modified.Contains(frame);
                agrees &= machine.Map.IsReferenced(frame) == referenced.Contains(frame);
            }

            return agrees;
        }

        public void Enter(ulong va, uint frame, Protection rights)
        {
            machine.Map.Enter(VirtualAddress.Of(va), frame, rights, wired: false);
            if (rights == Protection.None) mappings.Remove(va);

            // On this processor, what is mapped can be read.
            else mappings[va] = (frame, rights | Protection.Read);
        }

        public void Protect(ulong start, ulong end, Protection rights)
        {
            if (rights == Protection.None) machine.Map.Remove(VirtualAddress.Of(start), VirtualAddress.Of(end));
            else machine.Map.Protect(VirtualAddress.Of(start), VirtualAddress.Of(end), rights);
            Restrict(va => va >= start && va < end, rights);
        }

        public void PageProtect(uint frame, Protection rights)
        {
            machine.Map.PageProtect(frame, rights);
            Restrict(va => mappings[va].Frame == frame, rights);
        }

        public void Clear(uint frame)
        {
            machine.Map.ClearModify(frame);
            machine.Map.ClearReference(frame);
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
                else mappings[va] = (mappings[va].Frame, mappings[va].Rights & rights);
            }
        }
    }
}
