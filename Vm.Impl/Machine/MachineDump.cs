using System.Text.Json;
using Vm.Mmu;
using Vm.Paging;

namespace Vm.Machine;

/// <summary>
/// A machine on disk, for another MMU to read: <c>memory.img</c>, flat from physical address 0; <c>regs.json</c>, the registers that
/// decide translation; and <c>mappings.csv</c>, what the tables in that memory map, as this project reads them.
/// </summary>
public static class MachineDump
{
    /// <summary>The most memory that is written, in bytes.</summary>
    public const int MostMemory = 64 << 20;

    /// <summary>The memory's file.</summary>
    public const string MemoryFile = "memory.img";

    /// <summary>The registers' file.</summary>
    public const string RegistersFile = "regs.json";

    /// <summary>The mappings' file.</summary>
    public const string MappingsFile = "mappings.csv";

    /// <summary>The names of the columns of <see cref="MappingsFile"/>.</summary>
    public const string Header = "va,pa,size,flags,eff";

    /// <summary>Writes the three files into a folder, which is made if it is not there.</summary>
    /// <exception cref="ArgumentException">The machine has more memory than is written.</exception>
    public static void Write<TPaging>(string folder, PhysicalMemory memory, in ControlRegisters control)
        where TPaging : struct, IPagingMode
    {
        if ((long)memory.Frames * IPagingMode.PageSize > MostMemory)
            throw new ArgumentException($"a dump holds at most {MostMemory} bytes of memory", nameof(memory));

        Directory.CreateDirectory(folder);
        using (var image = File.Create(Path.Combine(folder, MemoryFile)))
        {
            for (uint frame = 0; frame < memory.Frames; frame++) image.Write(memory.Frame(frame));
        }

        File.WriteAllText(Path.Combine(folder, RegistersFile), JsonSerializer.Serialize(RegisterImage.Of<TPaging>(control), RegisterImage.Format) + "\n");
        File.WriteAllLines(
            Path.Combine(folder, MappingsFile), [Header, .. LeafMappings.Of<TPaging>(memory, control).Select(Row)]);
    }

    /// <summary>A mapping as a line of <see cref="MappingsFile"/>.</summary>
    public static string Row(LeafMapping leaf)
    {
        var flags = leaf.Flags.Count == 0 ? "-" : string.Join('|', leaf.Flags);
        return $"0x{leaf.Va:x},0x{leaf.Pa:x},{leaf.Size},{flags},{(leaf.User ? 'u' : '-')}r{(leaf.Writable ? 'w' : '-')}";
    }
}
