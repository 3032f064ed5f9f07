using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>The error code of a page fault (Intel SDM volume 3A, section 4.7, figure 4-12).</summary>
[Packed(32)]
public partial struct PageFaultError
{
    /// <summary>P: every entry looked at was present; rights or a reserved bit stopped the access.</summary>
    [Bits(0, 0, 1)]
    public partial bool Present { readonly get; set; }

    /// <summary>W/R: the access was a write.</summary>
    [Bits(0, 1, 1)]
    public partial bool Write { readonly get; set; }

    /// <summary>U/S: the access was made in user mode.</summary>
    [Bits(0, 2, 1)]
    public partial bool User { readonly get; set; }

    /// <summary>RSVD: a present entry had a reserved bit set.</summary>
    [Bits(0, 3, 1)]
    public partial bool Reserved { readonly get; set; }

    /// <summary>I/D: the access was an instruction fetch, and EFER.NXE or CR4.SMEP is 1.</summary>
    [Bits(0, 4, 1)]
    public partial bool Fetch { readonly get; set; }

    /// <summary>The error code as the processor pushes it.</summary>
    public readonly uint Value => ToBits();

    /// <inheritdoc/>
    public override readonly string ToString() =>
        $"{(Reserved ? "reserved bit" : Present ? "protection" : "not present")}, "
        + $"{(User ? "user" : "supervisor")} {(Fetch ? "fetch" : Write ? "write" : "read")}";
}
