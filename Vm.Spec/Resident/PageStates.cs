using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>The stages in the life of a page. Under the catalogue, a page is in exactly one of them.</summary>
public static class PageStates
{
    /// <summary>A page that can be allocated.</summary>
    [AbstractState("free, with memory: in a block or a pool of its segment")]
    public static bool Free(ResidentState s, PageId p) => s.Pages[p].Free && !s.Pages[p].Fictitious;

    /// <summary>A page that somebody has taken and put nowhere.</summary>
    [AbstractState("with memory, neither free nor tabled: who took it holds it")]
    public static bool Held(ResidentState s, PageId p) => !s.Pages[p].Free && IsReal(s, p) && !s.Pages[p].Tabled;

    /// <summary>A resident page that nothing else can be said of.</summary>
    [AbstractState("in an object, on no paging queue, and neither wired, absent nor being cleaned")]
    public static bool Tabled(ResidentState s, PageId p) => IsIdle(s, p) && !s.Pages[p].Absent && !IsLaundry(s, p);

    /// <summary>A page whose data is on its way.</summary>
    [AbstractState("in an object, on no paging queue, not wired: its data is asked for and not yet there")]
    public static bool Absent(ResidentState s, PageId p) => IsIdle(s, p) && s.Pages[p].Absent;

    /// <summary>A page whose data is on its way out.</summary>
    [AbstractState("in an object, on no paging queue, not wired, not absent: it is being cleaned")]
    public static bool Laundry(ResidentState s, PageId p) => IsIdle(s, p) && !s.Pages[p].Absent && IsLaundry(s, p);

    /// <summary>A page in use.</summary>
    [AbstractState("on an active queue")]
    public static bool Active(ResidentState s, PageId p) => s.Pages[p].Active;

    /// <summary>A page that is paged out next.</summary>
    [AbstractState("on an inactive queue")]
    public static bool Inactive(ResidentState s, PageId p) => s.Pages[p].Inactive;

    /// <summary>A page that is not paged out.</summary>
    [AbstractState("in an object and wired down")]
    public static bool Wired(ResidentState s, PageId p) =>
        !s.Pages[p].Free && IsReal(s, p) && s.Pages[p].Tabled && s.Pages[p].WireCount != 0;

    /// <summary>A page structure that can be handed out.</summary>
    [AbstractState("free, without memory: on the fictitious list")]
    public static bool FictitiousFree(ResidentState s, PageId p) => s.Pages[p].Free && s.Pages[p].Fictitious;

    /// <summary>A page structure that somebody has taken and put nowhere.</summary>
    [AbstractState("without memory, neither free nor tabled")]
    public static bool FictitiousHeld(ResidentState s, PageId p) =>
        !s.Pages[p].Free && s.Pages[p].Fictitious && !s.Pages[p].Tabled;

    /// <summary>A stand-in for a page.</summary>
    [AbstractState("without memory, in an object")]
    public static bool FictitiousTabled(ResidentState s, PageId p) =>
        !s.Pages[p].Free && s.Pages[p].Fictitious && s.Pages[p].Tabled;

    /// <summary>A page over memory that is not the module's.</summary>
    [AbstractState("with memory that is not the module's")]
    public static bool Private(ResidentState s, PageId p) =>
        !s.Pages[p].Free && s.Pages[p].Private && !s.Pages[p].Fictitious;

    [Pure]
    static bool IsReal(ResidentState s, PageId p) => !s.Pages[p].Fictitious && !s.Pages[p].Private;

    [Pure]
    static bool IsIdle(ResidentState s, PageId p) =>
        !s.Pages[p].Free && IsReal(s, p) && s.Pages[p].Tabled
        && !s.Pages[p].Active && !s.Pages[p].Inactive && s.Pages[p].WireCount == 0;

    [Pure]
    static bool IsLaundry(ResidentState s, PageId p) => s.Pages[p].Laundry || s.Pages[p].ExternalLaundry;
}
