using System.Globalization;
using System.Text.Json;
using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>One field of the recorded state: its C name, and where the component keeps it.</summary>
/// <typeparam name="TRow">The component's row.</typeparam>
/// <param name="Name">The name in transcripts.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Most">Its greatest value, if it is a number from 0.</param>
/// <param name="Read">Gives the value: a number, 0 or 1, an object's index, or a frame.</param>
/// <param name="Write">Stores such a value.</param>
sealed record Field<TRow>(string Name, FieldKind Kind, ulong Most, Field<TRow>.Reader Read, Field<TRow>.Writer Write)
{
    public delegate ulong Reader(ref readonly TRow row);

    public delegate void Writer(ref TRow row, ulong value);

    const string Fictitious = "fictitious";

    /// <summary>A row's value as a transcript has it.</summary>
    public string TextOf(ref readonly TRow row, Names names)
    {
        var value = Read(in row);
        return Kind switch
        {
            FieldKind.Flag => value != 0 ? "true" : "false",
            FieldKind.Signed => unchecked((int)value).ToString(CultureInfo.InvariantCulture),
            FieldKind.Object => names.Of(new ObjectId((uint)value)) ?? "null",
            FieldKind.Address when value == Page.FictitiousFrame => Fictitious,
            FieldKind.Address => (value * ResidentState.PageSize).ToString(CultureInfo.InvariantCulture),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A value of a transcript in the words of <see cref="TextOf"/>; it must suit the field.</summary>
    public string CheckedText(Node value)
    {
        switch (Kind)
        {
            case FieldKind.Flag: value.Flag(); break;
            case FieldKind.Unsigned: value.Number(Most); break;
            case FieldKind.Signed: value.Signed(); break;
            case FieldKind.Object when !value.IsNull: NameKind.Object.Check(value); break;
            case FieldKind.Address: FrameOf(value); break;
        }

        return value.Value.ValueKind == JsonValueKind.String ? value.Text() : value.Value.GetRawText();
    }

    /// <summary>Stores a value of a transcript.</summary>
    public void Store(ref TRow row, Node value, Names names) => Write(ref row, Kind switch
    {
        FieldKind.Flag => value.Flag() ? 1u : 0,
        FieldKind.Signed => unchecked((ulong)value.Signed()),
        FieldKind.Object => value.IsNull ? 0 : names.Object(value).V,
        FieldKind.Address => FrameOf(value),
        _ => value.Number(Most),
    });

    static ulong FrameOf(Node value)
    {
        if (value.Value.ValueKind == JsonValueKind.String && value.Text() == Fictitious) return Page.FictitiousFrame;
        var (frame, rest) = Math.DivRem(value.Number(), ResidentState.PageSize);
        return rest == 0 ? frame : throw value.NotA($"\"{Fictitious}\" or a multiple of {ResidentState.PageSize}");
    }
}
