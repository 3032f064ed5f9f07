using Vm.Resident;

namespace Vm.Tests.Resident.Model;

/// <summary>Who has a page.</summary>
enum Place
{
    /// <summary>Nobody yet: the boot loader used the frame.</summary>
    Reserved,

    /// <summary>The allocator, or the list of fictitious pages.</summary>
    Free,

    /// <summary>A caller, alone.</summary>
    Held,

    /// <summary>A caller, as one of the pages of a block.</summary>
    InBlock,

    /// <summary>An object, under a key.</summary>
    Tabled,
}

/// <summary>What a page stands for.</summary>
enum PageKind
{
    /// <summary>A frame of the module's.</summary>
    Real,

    /// <summary>No memory.</summary>
    Fictitious,

    /// <summary>Memory that is not the module's.</summary>
    Private,
}

/// <summary>What a page is found under.</summary>
readonly record struct Key(ObjectId Object, ulong Offset);

/// <summary>A page as its users think of it. A new one is as <c>vm_page_init</c> leaves it.</summary>
sealed record ModelPage(PageKind Kind, Place Place)
{
    public PageKind Kind { get; set; } = Kind;

    public Place Place { get; set; } = Place;

    /// <summary>Its key while it is tabled.</summary>
    public Key Key { get; set; }

    /// <summary>It is in an object that a memory manager pages.</summary>
    public bool External { get; set; }

    /// <summary>The paging queue that it is on: active, inactive, or none.</summary>
    public bool? Active { get; set; }

    public int Wired { get; set; }

    public bool Busy { get; set; } = true;

    public bool Wanted { get; set; }

    public bool Absent { get; set; }

    public bool Reference { get; set; }

    public bool Laundry { get; set; }

    public bool IsReal => Kind == PageKind.Real;

    public bool IsTabled => Place == Place.Tabled;

    /// <summary>Nothing distinguishes it from a new one.</summary>
    public bool IsPristine => this == new ModelPage(Kind, Place);

    /// <summary>Puts a page back as it was when new.</summary>
    public void Clear()
    {
        (Key, External, Active, Wired) = (default, false, null, 0);
        (Busy, Wanted, Absent, Reference, Laundry) = (true, false, false, false, false);
    }
}
