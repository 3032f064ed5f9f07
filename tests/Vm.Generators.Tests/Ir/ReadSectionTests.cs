using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Ir;

/// <summary>The representation has the reading that counts, so one that does not must leave no trace.</summary>
public class ReadSectionTests
{
    const string Prelude = """
        using Vm.Vocabulary;
        [Handle] public readonly record struct ListId(uint V) : IHandle<ListId>
        {
            public static bool IsNullable => false;
            public static ListId Of(uint index) => new(index);
        }
        [Row] public partial struct List { public uint First; public uint Size; [LockClass(L.List)] public SequenceLock Lock; }
        [LockOrder] public enum L { List }
        [State] public sealed class Lists { public readonly Table<ListId, List> All = new(4); }
        [Contract, Establishes] public static partial class RunContract;
        [Contract, Establishes] public static partial class OtherContract;
        """;

    [Fact]
    public void Section_ThatAssignsALocal_IsOneReading() =>
        Assert.Contains(
            "(let count u32 0:u32) (reading (. (elem All id) Lock) (let found u32 (. (elem All id) First)) "
            + "(while (gt found 7:u32) (do (set found (sub.u32 found 1:u32)) (break)))) (set (. (elem All id) Size) found) (return count)",
            Generate(Section("uint found = s.All[id].First; while (found > 7) { found--; break; }", "s.All[id].Size = found;")));

    [Fact]
    public void Section_WithAHelperThatLeavesNoTrace_IsOneReading() =>
        Assert.Contains(
            "(reading (. (elem All id) Lock) (set count (inlined Walk (. (elem All id) First))))",
            Generate(Section("count = Walk(s.All[id].First);")));

    [Fact]
    public void Section_OverALocalForTheTable_ReadsTheTable() =>
        Assert.Contains(
            "(reading (. (elem All id) Lock) (set count (. (elem All id) First)))",
            Generate(Section("Table<ListId, List> all = s.All; count = all[id].First;")));

    [Theory]
    [InlineData("s.All[id].Size = 1;", "a read section that changes the state; let it give values to locals alone, and do the rest behind it")]
    [InlineData("count = Change();", "a read section that changes the state; let it give values to locals alone, and do the rest behind it")]
    [InlineData("RunLocked(id);", "a read section with a call of an operation or of an external method; let it give values to locals alone, and do the rest behind it")]
    [InlineData("count = Get();", "a read section with a call of an operation or of an external method; let it give values to locals alone, and do the rest behind it")]
    [InlineData("if (count == 1) Check.Assert<TMode>(count == 2);", "a read section that stops the component over what it has read; let it give values to locals alone, and do the rest behind it")]
    [InlineData("if (count == 1) return 1;", "a read section that is left before it is known to be right, or that changes a lock or a ghost; let it give values to locals alone, and do the rest behind it")]
    [InlineData("using (s.All[id].Lock.Enter()) { }", "a read section that is left before it is known to be right, or that changes a lock or a ghost; let it give values to locals alone, and do the rest behind it")]
    [InlineData("id = new ListId(1);", "a read section that changes a parameter; let it give values to locals alone, and do the rest behind it")]
    public void Section_ThatWouldLeaveATrace_IsRefused(string statements, string message) => AssertRefused(message, Section(statements));

    [Fact]
    public void Section_AfterAChange_IsRefused() =>
        AssertRefused(
            "a read section that changes the state; let it give values to locals alone, and do the rest behind it",
            "s.All[id].Size = 1; " + Section("count = 1;"));

    [Theory]
    [InlineData("ReadSection read = s.All[id].Lock.BeginRead(); if (read.IsStale) return 1; return 2;")]
    [InlineData("ReadSection read = s.All[id].Lock.BeginRead(); if (read.IsStale) return RunLocked(new ListId(1)); return 2;")]
    [InlineData("ReadSection read = s.All[id].Lock.BeginRead(); if (read.IsStale) return Other(id); return 2;")]
    [InlineData("ReadSection read = s.All[id].Lock.BeginRead(); if (read.IsStale) return Run(id); return 2;")]
    [InlineData("ReadSection read = s.All[id].Lock.BeginRead(); return 2;")]
    [InlineData("if (id.V == 1) { ReadSection read = s.All[id].Lock.BeginRead(); if (read.IsStale) return RunLocked(id); } return 2;")]
    public void Section_ThatDoesNotHandOver_IsRefused(string body) =>
        AssertRefused(
            "the read section 'read'; write ReadSection x = row.Lock.BeginRead(); ... if (x.IsStale) return another operation of the same "
            + "contract(the same parameters); among the first statements of the body",
            body);

    static string Section(string statements, string behind = "") => $"""
        uint count = 0;
        ReadSection read = s.All[id].Lock.BeginRead();
        {statements}
        if (read.IsStale) return RunLocked(id);
        {behind}
        return count;
        """;

    static void AssertRefused(string message, string body) =>
        Assert.Contains(
            $"VM0005: The intermediate representation cannot say {message}",
            Program(body).Diagnose().Select(d => $"{d.Id}: {d.GetMessage()}"));

    static string Generate(string body) => string.Join(
        " ", Program(body).Generate()["ComponentIr.Op_Run.g.cs"].Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    static TestProject Program(string body) => TestProject.Of($$"""
        {{Prelude}}
        public partial class Component<TMode>(Lists lists) where TMode : struct, ICheckMode
        {
            readonly Lists s = lists;
            [Inline] uint Change() { s.All[new ListId(1)].Size = 1; return 1; }
            [Inline] uint Walk(uint from) { uint found = from; while (found > 7) found--; return found; }
            [External] uint Get() => 1;
            [Operation(typeof(RunContract))]
            uint RunBody(ListId id)
            {
                {{body}}
            }
            [Operation(typeof(RunContract))]
            uint RunLockedBody(ListId id) { using (s.All[id].Lock.Enter()) { } return 0; }
            [Operation(typeof(OtherContract))]
            uint OtherBody(ListId id) => 0;
        }
        """);
}
