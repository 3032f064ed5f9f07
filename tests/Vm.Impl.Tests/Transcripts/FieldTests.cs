using Vm.Resident;
using Vm.Transcripts;

namespace Vm.Tests.Transcripts;

/// <summary>Each field of the transcripts' vocabulary is one of the component's, and no other.</summary>
public sealed class FieldTests
{
    public static TheoryData<string> PageFieldNames => new(PageFields.Of("f1").All.Select(f => f.Name));

    public static TheoryData<string> ObjectFieldNames => new(ObjectFields.All.All.Select(f => f.Name));

    public static TheoryData<string> GlobalFieldNames => new(GlobalFields.All.All.Select(f => f.Name));

    [Theory]
    [MemberData(nameof(PageFieldNames))]
    public void Write_PageField_ChangesThatFieldAlone(string name) => ChangesAlone(PageFields.Of("f1"), name, new Page { Busy = true });

    [Theory]
    [MemberData(nameof(ObjectFieldNames))]
    public void Write_ObjectField_ChangesThatFieldAlone(string name) => ChangesAlone(ObjectFields.All, name, new MemoryObject());

    [Theory]
    [MemberData(nameof(GlobalFieldNames))]
    public void Write_Global_ChangesThatOneAlone(string name) => ChangesAlone(GlobalFields.All, name, new ResidentState(1, 1, 1, 1));

    [Fact]
    public void Of_PageFromTheAllocator_HasNoAddressOfItsOwn() =>
        Assert.Equal(["phys_addr"], PageFields.Of("f1").All.Select(field => field.Name).Except(PageFields.Of("p1").All.Select(field => field.Name)));

    static void ChangesAlone<TRow>(FieldTable<TRow> table, string name, TRow row)
    {
        var before = table.All.ToDictionary(field => field.Name, field => field.Read(in row));
        var changed = table.All.Single(field => field.Name == name);
        var value = before[name] ^ 1;

        changed.Write(ref row, value);

        foreach (var field in table.All) Assert.Equal(field == changed ? value : before[field.Name], field.Read(in row));
    }
}
