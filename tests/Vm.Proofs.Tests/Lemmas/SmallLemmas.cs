using Vm.Mmu;
using Vm.Paging;
using Vm.Vocabulary;

namespace Vm.Proofs.Tests.Lemmas;

[Lemmas]
static class WrongLemmas
{
    [Lemma("wrong for an address with an offset")]
    static bool AFieldHasNoBit(VirtualAddress va) => va.Offset == 0;

    [Lemma("throws for one value")]
    static bool ThrowsForOne(int number) => number != 17 ? true : throw new InvalidOperationException();

    [Lemma("an index outside of the array")]
    static bool OutOfRange(int[] numbers, int index) => numbers[index] == numbers[index];

    [Lemma("two cells hold the same")]
    static bool AnotherCell(PhysicalMemory memory, ulong one, ulong other) =>
        one % 8 != 0 || other % 8 != 0 || memory.ReadEntry<PaePaging>(one).Value == memory.ReadEntry<PaePaging>(other).Value;

    [Lemma("nothing is mapped: false for four entries in a row that name each other")]
    static bool NothingIsMapped(PhysicalMemory memory, ulong root, VirtualAddress va) =>
        !new Walker<FourLevelPaging>(memory).TryWalk(va, AccessKind.Write, user: true, new ControlRegisters { Cr3 = root }, out _, out _);

    [Lemma("nothing is found in a TLB")]
    static bool SlotsAreEmpty(Tlb tlb, VirtualAddress va) => !tlb.IsSetUp || !tlb.TryFind(va, Rights.None, out _);

    [Lemma("an address between two cells")]
    static bool Unaligned(PhysicalMemory memory, ulong address) =>
        memory.ReadEntry<PaePaging>(address).Value == memory.ReadEntry<PaePaging>(address).Value;

    [Lemma("arithmetic that is not known")]
    static bool Floating(int number) => number * 0.5 < 1 || number > 0;

    [Lemma("does not end")]
    static bool DoesNotEnd(bool flag)
    {
        while (flag)
        {
        }

        return true;
    }
}

[Lemmas]
static class RightLemmas
{
    [Lemma("signed and unsigned comparison differ in the sign alone")]
    static bool Comparisons(int a, int b) => (a < 0) != (b < 0) || (a < b) == ((uint)a < (uint)b);

    [Lemma("a byte is what is left of a number in its lowest bits")]
    static bool Narrowing(uint number, sbyte small) => (byte)number == (number & 0xFF) && (small >= 0) == ((byte)small < 128);

    [Lemma("a loop over bits of a known number counts them")]
    static bool Counting(uint number)
    {
        var count = 0;
        for (var i = 0; i < 32; i++) count += (int)(number >> i) & 1;
        return (count == 0) == (number == 0) && count <= 32;
    }

    [Lemma("the element written is read, and no other changes")]
    static bool Writing(ushort[] numbers, int index, int other, ushort value)
    {
        if ((uint)index >= (uint)numbers.Length || (uint)other >= (uint)numbers.Length) return true;
        var before = numbers[other];
        numbers[index] = value;
        return numbers[index] == value && (other == index || numbers[other] == before);
    }

    [Lemma("a cell written is read, and no other changes; a cleared block is zero")]
    static bool Cells(PhysicalMemory memory, ulong cell, ulong other, uint frame, PageTableEntry entry)
    {
        if (cell % 8 != 0 || other % 8 != 0) return true;
        var before = memory.ReadEntry<PaePaging>(other).Value;
        memory.WriteEntry<PaePaging>(cell, entry);
        if (memory.ReadEntry<PaePaging>(cell).Value != entry.Value) return false;
        if (other != cell && memory.ReadEntry<PaePaging>(other).Value != before) return false;
        memory.ClearFrame(frame);
        return memory.ReadEntry<PaePaging>(cell).Value == (cell >> 12 == frame ? 0 : entry.Value);
    }

    [Lemma("a member of an enumeration is one of its members")]
    static bool Members(AccessKind kind) => kind is AccessKind.Read or AccessKind.Write or AccessKind.Fetch;
}
