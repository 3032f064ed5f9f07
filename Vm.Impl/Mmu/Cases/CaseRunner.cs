using Vm.Paging;

namespace Vm.Mmu.Cases;

/// <summary>Performs cases of one paging mode, through the TLB, on tables that it puts in memory.</summary>
/// <param name="memory">Memory that is zero where cases have their tables.</param>
/// <param name="defect">Changes the control bits, for an MMU that is broken on purpose.</param>
/// <typeparam name="TMode">The paging mode.</typeparam>
sealed class CaseRunner<TMode>(PhysicalMemory memory, Func<ControlRegisters, ControlRegisters>? defect) : ICaseRunner
    where TMode : struct, IPagingMode
{
    readonly MemoryManagementUnit<TMode> mmu = new(memory, new Tlb());

    /// <inheritdoc/>
    public IEnumerable<(string Field, string Expected, string Got)> Differences(AccessCase given)
    {
        foreach (var entry in given.Path) memory.WriteEntry<TMode>(AddressOf(entry, given), PageTableEntry.Of(entry.Before ?? 0));
        try
        {
            return [.. Perform(given), .. given.Path.SelectMany(entry => Compare(entry, given))];
        }
        finally
        {
            foreach (var entry in given.Path) memory.WriteEntry<TMode>(AddressOf(entry, given), default);
        }
    }

    static ulong AddressOf(PathEntry entry, AccessCase given) => EntryAddress.Of<TMode>(entry.Table, given.Va, entry.Level);

    List<(string Field, string Expected, string Got)> Perform(AccessCase given)
    {
        var control = defect is null ? given.Control : defect(given.Control);
        mmu.Control = control with { Ac = false };
        try
        {
            if (given.ReadFirst) mmu.TryAccess(given.Va, AccessKind.Read, user: false, out _, out _);
            mmu.Control = control;
            return Compare(mmu.TryAccess(given.Va, given.Kind, given.User, out var address, out var error), address, error, given);
        }
        catch (BusErrorException stop)
        {
            return [("fault", given.Error is null ? "0" : "1", stop.Message)];
        }
    }

    static List<(string Field, string Expected, string Got)> Compare(bool isAllowed, ulong address, PageFaultError error, AccessCase given) =>
        (isAllowed, given.Error) switch
        {
            (true, { } expected) => [("fault", "1", "0"), ("error", Hex(expected), "none")],
            (false, null) => [("fault", "0", "1"), ("error", "none", Hex(error.Value))],
            (false, { } expected) when expected != error.Value => [("error", Hex(expected), Hex(error.Value))],
            (true, null) when given.Address is { } expected && expected != address => [("pa", Hex(expected), Hex(address))],
            _ => [],
        };

    IEnumerable<(string Field, string Expected, string Got)> Compare(PathEntry entry, AccessCase given)
    {
        var seen = memory.ReadEntry<TMode>(AddressOf(entry, given)).Value;
        if (entry.After is { } expected && ((seen ^ expected) & ~entry.Open) != 0) yield return (entry.Field, Hex(expected), Hex(seen));
    }

    static string Hex(ulong number) => $"0x{number:x}";
}

/// <summary>Performs cases of one paging mode.</summary>
interface ICaseRunner
{
    /// <summary>The fields in which the MMU does other than the case expects.</summary>
    IEnumerable<(string Field, string Expected, string Got)> Differences(AccessCase given);
}
