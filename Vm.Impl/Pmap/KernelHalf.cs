using Vm.Paging;

namespace Vm.Pmap;

/// <summary>How a mode's addresses are divided between user programs, below, and the kernel, whose part is the same in all address spaces.</summary>
public static class KernelHalf
{
    /// <summary>The first address of the kernel, at which a table of the root begins; canonical.</summary>
    public static ulong Start<TPaging>() where TPaging : struct, IPagingMode =>
        TPaging.AddressBits == 32 ? 0xC000_0000 : 0xFFFF_8000_0000_0000;

    /// <summary>The first address that programs do not have.</summary>
    public static ulong UserEnd<TPaging>() where TPaging : struct, IPagingMode =>
        TPaging.AddressBits == 32 ? 0xC000_0000 : 1UL << (TPaging.AddressBits - 1);

    /// <summary>The root's first entry for the kernel; all before it are the program's.</summary>
    internal static int RootIndex<TPaging>() where TPaging : struct, IPagingMode =>
        TPaging.Index(VirtualAddress.Of(Start<TPaging>()), TPaging.Levels);
}
