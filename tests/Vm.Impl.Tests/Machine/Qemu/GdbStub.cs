using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Vm.Tests.Machine.Qemu;

/// <summary>As much of the remote protocol of gdb as it takes to write a register.</summary>
sealed class GdbStub(NetworkStream stream) : IDisposable
{
    bool isDescribed;

    /// <summary>Writes a register by its number in the stub.</summary>
    public void Write(int number, ulong value)
    {
        // The stub takes single registers only from who has read its description.
        if (!isDescribed) Send("qXfer:features:read:target.xml:0,7ff");
        isDescribed = true;

        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        var answer = Send($"P{number:x}={Convert.ToHexStringLower(bytes)}");
        if (answer != "OK") throw new InvalidOperationException($"the gdb stub does not take register {number}: \"{answer}\"");
    }

    public void Dispose() => stream.Dispose();

    string Send(string packet)
    {
        var sum = packet.Sum(c => c) & 0xff;
        stream.Write(Encoding.ASCII.GetBytes($"${packet}#{sum:x2}"));

        var answer = new StringBuilder();
        while (Next() != '$') { }
        for (var c = Next(); c != '#'; c = Next()) answer.Append(c);
        Next();
        Next();
        stream.Write("+"u8);
        return answer.ToString();
    }

    char Next()
    {
        var value = stream.ReadByte();
        return value >= 0 ? (char)value : throw new InvalidOperationException("the gdb stub ended");
    }
}
