using Vm.Paging;
using Vm.Pmap;

namespace Vm.Machine;

/// <summary>
/// Makes addresses fit into 32 bits: each page of a program gets a number in the order of first use. Page 0 stays unmapped.
/// </summary>
sealed class PageNumbering
{
    const int Remembered = 1024;

    readonly Dictionary<ulong, ulong> numbers;
    readonly (ulong Page, ulong Number)[] recent = new (ulong, ulong)[Remembered];

    public PageNumbering() => numbers = [];

    PageNumbering(PageNumbering other) => numbers = new(other.numbers);

    /// <summary>The same numbers for the pages that have one.</summary>
    public PageNumbering Copy() => new(this);

    /// <summary>The address with its page's number.</summary>
    /// <exception cref="InvalidOperationException">All numbers are given away.</exception>
    public VirtualAddress Of<TPaging>(VirtualAddress va) where TPaging : struct, IPagingMode
    {
        ref var entry = ref recent[va.PageNumber % Remembered];
        if (entry.Number == 0 || entry.Page != va.PageNumber) entry = (va.PageNumber, NumberOf<TPaging>(va.PageNumber));
        return VirtualAddress.Of((entry.Number << IPagingMode.PageShift) | va.Offset);
    }

    ulong NumberOf<TPaging>(ulong page) where TPaging : struct, IPagingMode
    {
        if (numbers.TryGetValue(page, out var number)) return number;

        number = (ulong)numbers.Count + 1;
        if (number << IPagingMode.PageShift >= KernelHalf.UserEnd<TPaging>())
            throw new InvalidOperationException($"the trace has more pages than a program can have in mode {TPaging.Name}; run it in mode x86_64");
        return numbers[page] = number;
    }
}
