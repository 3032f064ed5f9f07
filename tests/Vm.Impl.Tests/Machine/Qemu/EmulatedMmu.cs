using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Vm.Machine;

namespace Vm.Tests.Machine.Qemu;

/// <summary>
/// QEMU's MMU with the memory and the registers of a dump. No instruction is executed: the registers are written through the gdb stub, and
/// the monitor is asked what they and the memory translate to.
/// </summary>
sealed partial class EmulatedMmu : IDisposable
{
    const string Program = "qemu-system-x86_64";

    readonly Process process;
    readonly string sockets = Directory.CreateTempSubdirectory("vm-qemu-").FullName;
    readonly StreamReader answers;
    readonly StreamWriter questions;

    public EmulatedMmu(string dump)
    {
        var (gdb, monitor) = (Path.Combine(sockets, "gdb"), Path.Combine(sockets, "monitor"));
        process = Process.Start(new ProcessStartInfo(
            Program,
            [
                "-M", "none", "-cpu", "max,apic-id=0", "-m", "64", "-S", "-display", "none", "-nodefaults",
                "-device", $"loader,file={Path.Combine(dump, MachineDump.MemoryFile)},addr=0,force-raw=on",
                "-gdb", $"unix:{gdb},server=on,wait=off", "-qmp", $"unix:{monitor},server=on,wait=off",
            ]))!;

        var stream = Connect(monitor);
        (answers, questions) = (new StreamReader(stream), new StreamWriter(stream) { AutoFlush = true });
        answers.ReadLine();
        Execute("qmp_capabilities", []);
        Load(JsonNode.Parse(File.ReadAllText(Path.Combine(dump, MachineDump.RegistersFile)))!, gdb);
    }

    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>What the monitor prints for a command.</summary>
    public string Ask(string command) => Execute("human-monitor-command", new() { ["command-line"] = command });

    string Execute(string command, JsonObject arguments)
    {
        questions.WriteLine(new JsonObject { ["execute"] = command, ["arguments"] = arguments }.ToJsonString());
        while (true)
        {
            var answer = JsonNode.Parse(answers.ReadLine() ?? throw new InvalidOperationException($"{Program} ended"))!;
            if (answer["error"] is { } error) throw new InvalidOperationException(error.ToJsonString());
            if (answer["return"] is { } result) return result.GetValueKind() == JsonValueKind.String ? (string)result! : "";
        }
    }

    /// <summary>Writes the registers in the order in which the processor accepts them, and sees that it has them.</summary>
    void Load(JsonNode registers, string gdb)
    {
        using var stub = new GdbStub(Connect(gdb));
        foreach (var (name, number) in new[] { ("cr4", 30), ("efer", 32), ("cr3", 29), ("cr0", 27) })
            stub.Write(number, (ulong)registers[name]!);

        var held = Register().Matches(Ask("info registers"))
            .ToDictionary(match => match.Groups[1].Value.ToLowerInvariant(), match => Convert.ToUInt64(match.Groups[2].Value, 16));
        foreach (var name in new[] { "cr0", "cr3", "cr4", "efer" }) Assert.Equal((ulong)registers[name]!, held[name]);
    }

    static NetworkStream Connect(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(path));
                return new NetworkStream(socket, ownsSocket: true) { ReadTimeout = 60_000 };
            }
            catch (SocketException) when (attempt < 200)
            {
                socket.Dispose();
                Thread.Sleep(50);
            }
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        questions.Dispose();
        answers.Dispose();
        Directory.Delete(sockets, recursive: true);
    }

    [GeneratedRegex(@"\b(CR0|CR3|CR4|EFER)=([0-9a-f]+)")]
    private static partial Regex Register();
}
