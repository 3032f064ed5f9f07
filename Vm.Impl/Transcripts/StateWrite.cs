using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>A plain store of the operation <c>set</c>: a target, a field and a value.</summary>
readonly record struct StateWrite(Node Target, string Field, Node Value)
{
    const string Global = "global";

    /// <summary>Complains of writes that cannot be made.</summary>
    public static void CheckAll(Node writes)
    {
        foreach (var write in writes.Items()) Of(write).Check();
    }

    /// <summary>Reads one item of the list.</summary>
    public static StateWrite Of(Node write)
    {
        var parts = write.Items().ToArray();
        return parts.Length == 3
            ? new StateWrite(parts[0], parts[1].Text(), parts[2])
            : throw write.NotA("a target, a field and a value");
    }

    /// <summary>Makes the store.</summary>
    public void Store(ResidentState state, Names names)
    {
        if (IsGlobal)
            FieldOf(GlobalFields.All).Store(ref state, Value, names);
        else if (IsObject)
            FieldOf(ObjectFields.All).Store(ref state.Objects[names.Object(Target)], Value, names);
        else
            FieldOf(PageFields.Of(Target.Text())).Store(ref state.Pages[names.Page(Target)], Value, names);
    }

    bool IsGlobal => Target.Text() == Global;

    bool IsObject => NameKind.Object.TryParse(Target.Text(), out _, out _);

    void Check()
    {
        if (IsGlobal)
        {
            FieldOf(GlobalFields.All).CheckedText(Value);
        }
        else if (IsObject)
        {
            FieldOf(ObjectFields.All).CheckedText(Value);
        }
        else
        {
            NameKind.Page.Check(Target);
            FieldOf(PageFields.Of(Target.Text())).CheckedText(Value);
        }
    }

    Field<TRow> FieldOf<TRow>(FieldTable<TRow> table) => table.Find(Field, Target.Place);
}
