using Vm.Paging;

namespace Vm.Mmu.Cases;

/// <summary>A format of case files, known by the columns that its header names.</summary>
/// <param name="Name">What the format is called.</param>
/// <param name="Columns">The columns, in any order.</param>
/// <param name="Read">Makes the case of a row.</param>
sealed record CaseFormat(string Name, IReadOnlyList<string> Columns, Func<CaseRow, AccessCase> Read)
{
    /// <summary>Address bits of the machines that the cases are about.</summary>
    const int PhysicalAddressBits = 40;

    /// <summary>All formats.</summary>
    public static IReadOnlyList<CaseFormat> All { get; } =
    [
        new(
            "access cases",
            [
                "id", "pml4e", "pdpte", "pde", "pte", "access", "user", "read_first", "wp", "smep", "nxe", "fault", "error",
                "pde_after", "pde_ignore", "pte_after",
            ],
            AccessRow),
        new(
            "mmu cases",
            [
                "id", "mode", "va", "access", "user", "ac", "read_first", "wp", "pse", "smep", "smap", "nxe", "e4", "e3", "e2", "e1",
                "fault", "error", "pa", "upper_ignore", "e4_after", "e3_after", "e2_after", "e1_after",
            ],
            MmuRow),
    ];

    /// <summary>The rules of the <c>access</c> test: one address, four levels, tables where that test has them.</summary>
    static AccessCase AccessRow(CaseRow row) => new()
    {
        Line = row.Line,
        Id = row["id"],
        Mode = "x86_64",
        Va = VirtualAddress.Of(0xFFFF_9234_0000_0000),
        Kind = row.Access("access"),
        User = row.Flag("user"),
        ReadFirst = row.Flag("read_first"),
        Control = new ControlRegisters
        {
            // Any page that is free.
            Cr3 = 0x10000,
            WriteProtect = row.Flag("wp"),
            Smep = row.Flag("smep"),
            NoExecuteEnable = row.Flag("nxe"),
            PhysicalAddressBits = PhysicalAddressBits,
        },
        Path =
        [
            new(4, 0x10000, row.Number("pml4e"), null, 0, "pml4e"),
            new(3, 0x210_0000, row.Number("pdpte"), null, 0, "pdpte"),
            new(2, 0x210_1000, row.Number("pde"), row.Number("pde_after"), row.Number("pde_ignore"), "pde_after"),
            new(1, 0x210_2000, row.Optional("pte"), row.Optional("pte_after"), 0, "pte_after"),
        ],
        Error = row.Flag("fault") ? (uint)row.Number("error") : null,
        Address = null,
    };

    /// <summary>Accesses made under an MMU, in any mode.</summary>
    static AccessCase MmuRow(CaseRow row)
    {
        var isShort = row["mode"] == "i386";
        var va = VirtualAddress.Of(row.Number("va"));
        if (row["mode"] == "x86_64" ? !FourLevelPaging.IsCanonical(va) : va.Value > uint.MaxValue)
            throw row.Wrong("va", "an address that the mode translates");

        var open = row.Number("upper_ignore");
        PathEntry Entry(int level, ulong table)
        {
            var before = row.Optional($"e{level}");
            if (isShort && before > uint.MaxValue) throw row.Wrong($"e{level}", "an entry of 4 bytes");
            return new(level, table, before, row.Optional($"e{level}_after"), level == 1 ? 0 : open, $"e{level}_after");
        }

        const ulong Root = 0x10000, Pointers = 0x11000, Directory = 0x12000, Table = 0x13000;
        PathEntry[] path = row["mode"] switch
        {
            "i386" => [Entry(2, Root), Entry(1, Table)],
            "pae" => [Entry(3, Root), Entry(2, Directory), Entry(1, Table)],
            "x86_64" => [Entry(4, Root), Entry(3, Pointers), Entry(2, Directory), Entry(1, Table)],
            _ => throw row.Wrong("mode", "i386, pae or x86_64"),
        };
        var faults = row.Flag("fault");
        return new AccessCase
        {
            Line = row.Line,
            Id = row["id"],
            Mode = row["mode"],
            Va = va,
            Kind = row.Access("access"),
            User = row.Flag("user"),
            ReadFirst = row.Flag("read_first"),
            Control = new ControlRegisters
            {
                Cr3 = Root,
                WriteProtect = row.Flag("wp"),
                PageSizeExtensions = row.Flag("pse"),
                Smep = row.Flag("smep"),
                Smap = row.Flag("smap"),
                NoExecuteEnable = row.Flag("nxe"),
                Ac = row.Flag("ac"),
                PhysicalAddressBits = PhysicalAddressBits,
            },
            Path = path,
            Error = faults ? (uint)row.Number("error") : null,
            Address = faults ? null : row.Number("pa"),
        };
    }
}
