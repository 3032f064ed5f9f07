using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Ir;

/// <summary>A read section is one attempt to the representation, so an attempt that failed must leave no trace.</summary>
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
        [Contract] public static partial class RunContract;
        """;

    [Fact]
    public void Section_ThatAssignsALocal_IsOneAttempt() =>
        Assert.Contains(
            "(let found u32 0:u32) (reading (. (elem All id) Lock) (set found (. (elem All id) First)) "
            + "(while (gt found 7:u32) (do (set found (sub.u32 found 1:u32)) (break)))) (return found)",
            string.Join(" ", Program("found = s.All[id].First; while (found > 7) { found--; break; }").Generate()["ComponentIr.Op_Run.g.cs"]
                .Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("found = 1; s.All[id].Size = 1;", "a read section that changes the state; let it assign locals alone, and do the rest behind it")]
    [InlineData("found = 1; Help();", "a read section with a call of an operation or helper; let it assign locals alone, and do the rest behind it")]
    [InlineData("found = Get();", "a read section with a call of an operation or helper; let it assign locals alone, and do the rest behind it")]
    [InlineData("found = 1; if (found == 1) Check.Assert<TMode>(found == 2);", "a read section that stops the component over what it has read; let it assign locals alone, and do the rest behind it")]
    [InlineData("return 1;", "a read section that is left before it is known to be right, or that changes a lock or a ghost; let it assign locals alone, and do the rest behind it")]
    [InlineData("found = 1; if (found == 1) break;", "a read section that is left before it is known to be right, or that changes a lock or a ghost; let it assign locals alone, and do the rest behind it")]
    [InlineData("found = 1; using (s.All[id].Lock.Enter()) { }", "a read section that is left before it is known to be right, or that changes a lock or a ghost; let it assign locals alone, and do the rest behind it")]
    [InlineData("found++;", "a read section that changes 'found' not always, or after reading it; give the local its value first, so that each attempt begins anew")]
    [InlineData("if (s.All[id].Size == 1) found = 1;", "a read section that changes 'found' not always, or after reading it; give the local its value first, so that each attempt begins anew")]
    public void Section_ThatWouldLeaveATrace_IsRefused(string body, string message) =>
        Assert.Contains(
            $"VM0005: The intermediate representation cannot say {message}",
            Program(body).Diagnose().Select(d => $"{d.Id}: {d.GetMessage()}"));

    static TestProject Program(string body) => TestProject.Of($$"""
        {{Prelude}}
        public partial class Component<TMode>(Lists lists) where TMode : struct, ICheckMode
        {
            readonly Lists s = lists;
            [Inline] void Help() { }
            [External] uint Get() => 1;
            [Operation(typeof(RunContract))]
            uint RunBody(ListId id)
            {
                uint found = 0;
                ReadSection read = s.All[id].Lock.BeginRead();
                do
                {
                    {{body}}
                }
                while (read.MustRepeat());
                return found;
            }
        }
        """);
}
