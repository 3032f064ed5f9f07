using Vm.Paging;

namespace Vm.Machine;

/// <summary>The pages of a program that are fetched and never written: one object for all tasks that run it.</summary>
/// <param name="Object">The object, which is a file's.</param>
/// <param name="Pages">The numbers of its pages.</param>
sealed record SharedText(ShadowObject Object, IReadOnlySet<ulong> Pages)
{
    /// <summary>
    /// What the file has there. A trace does not tell, so each page has bytes of its own.
    /// </summary>
    public static void Read(ulong page, Span<byte> contents)
    {
        for (var i = 0; i < IPagingMode.PageSize; i++) contents[i] = (byte)((page * 31) + (ulong)(i * 7) + 1);
    }
}
