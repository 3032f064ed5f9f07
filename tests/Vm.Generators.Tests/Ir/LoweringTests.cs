using Vm.Generators.Tests.Diagnostics;
using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Ir;

/// <summary>What single statements and expressions become.</summary>
public class LoweringTests
{
    [Theory]
    [InlineData("int i = 1;", "(let i i32 1:i32)")]
    [InlineData("byte b = 1; b += 2;", "(let b u8 1:u8) (set b (conv.i32.u8 (add.i32 (conv.u8.i32 b) 2:i32)))")]
    [InlineData("uint u = 8; u <<= 2;", "(let u u32 8:u32) (set u (shl.u32 u 2:i32))")]
    [InlineData("ulong u = 8; u++;", "(let u u64 8:u64) (set u (add.u64 u 1:u64))")]
    [InlineData("s.Count -= 1;", "(set (global Count) (sub.i32 (global Count) 1:i32))")]
    [InlineData("long l = s.Count; l = -l;", "(let l i64 (conv.i32.i64 (global Count))) (set l (neg.i64 l))")]
    [InlineData("uint u = ~row.V;", "(let u u32 (bnot.u32 (index row)))")]
    [InlineData("bool b = row.IsNull | s.Rows[row].Value == 0;", "(let b bool (or (isnull row) (eq (. (elem Rows row) Value) 0:i32)))")]
    [InlineData("bool b = true ^ row.IsNull;", "(let b bool (ne true (isnull row)))")]
    [InlineData("RowId r = row.IsNull ? default : s.Rows[row].Next;", "(let r RowId (ite (isnull row) (null RowId) (. (elem Rows row) Next)))")]
    [InlineData("RowId r = new RowId(row.V + 1);", "(let r RowId (handle RowId (add.u32 (index row) 1:u32)))")]
    [InlineData("ref Row a = ref s.Rows[row]; a.Value = 1;", "(alias a Rows row) (set (. a Value) 1:i32)")]
    [InlineData("if (row.IsNull) return; else s.Count = 0;", "(if (isnull row) (then (return)) (else (set (global Count) 0:i32)))")]
    [InlineData("using (s.CountLock.Enter()) s.Count++;", "(locked (global CountLock) (set (global Count) (add.i32 (global Count) 1:i32)))")]
    [InlineData("s.CountLock.Acquire(); s.CountLock.Release();", "(acquire (global CountLock)) (release (global CountLock))")]
    [InlineData("Check.Assert<TMode>(s.Count > 0);", "(assert (gt (global Count) 0:i32))")]
    [InlineData("Check.Panic(\"run\", \"never\", row);", "(panic \"run\" \"never\")")]
    [InlineData("for (int i = 0; i < 3; i++) { if (i == 1) break; }",
        "(let i i32 0:i32) (while (lt i 3:i32) (do (if (eq i 1:i32) (then (break)) (else)) (set i (add.i32 i 1:i32))))")]
    [InlineData("while (s.Count > 0) { Loop.Invariant(s.Count >= 0); Loop.Decreases(s.Count); s.Count--; }",
        "(while (gt (global Count) 0:i32) (invariant (ge (global Count) 0:i32)) (decreases (conv.i32.i64 (global Count))) "
        + "(do (set (global Count) (sub.i32 (global Count) 1:i32))))")]
    [InlineData("while (s.Count > 0) { Loop.Invariant(s.Count <= Spec.Old(s.Count)); Loop.Decreases(s.Count); s.Count--; }",
        "(while (gt (global Count) 0:i32) (invariant (le (global Count) (old (global Count)))) (decreases (conv.i32.i64 (global Count))) "
        + "(do (set (global Count) (sub.i32 (global Count) 1:i32))))")]
    [InlineData("Tell(new int[1], 2);", "(outside Tell 2:i32)")]
    [InlineData("int g = Get(row);", "(let g i32 (outside Get row))")]
    [InlineData("Help(new RowId(2));", "(inlined Help (handle RowId 2:u32))")]
    [InlineData("Table<RowId, Row> rows = s.Rows; int v = ValueOf(rows, row);", "(let v i32 (inlined ValueOf row))")]
    [InlineData("Other(row);", "(perform Other row)")]
    [InlineData("bool b = Is(s, row);", "(let b bool (call Is row))")]
    [InlineData("Color c = Color.Blue; if (c != Color.Red) c = (Color)1;",
        "(let c Color (enum Color Blue)) (if (ne c (enum Color Red)) (then (set c (enum Color Green))) (else))")]
    [InlineData("Color c = Color.Red | (Color)4;", "(let c Color (conv.i32.Color 4:i32))")]
    [InlineData("Color c = (Color)s.Count; c |= Color.Green;",
        "(let c Color (conv.i32.Color (global Count))) (set c (conv.i32.Color (bor.i32 (conv.Color.i32 c) (conv.Color.i32 (enum Color Green)))))")]
    public void Statements_OfABody_AreLoweredTo(string statements, string expected)
    {
        var program = $$"""
            using Vm.Vocabulary;
            public enum Color { Red, Green, Blue }
            [Contract, Establishes] public static partial class RunContract;
            public partial class Component<TMode>(State state) where TMode : struct, ICheckMode
            {
                readonly State s = state;
                [External] int Get(RowId r) => 1;
                [External] void Tell([Outside] int[] buffer, int number) => buffer[0] = number;
                [Inline] void Help(RowId r) { }
                [Inline] int ValueOf(Table<RowId, Row> rows, RowId r) { return rows[r].Value; }
                [Pure] static bool Is(State s, RowId r) => r.IsNull;
                [Operation(typeof(RunContract))] void OtherBody(RowId row) { }
                [Operation(typeof(RunContract))] void RunBody(RowId row) { {{statements}} }
            }
            """;
        var project = TestProject.Of("Component", [("Prelude.cs", DiagnosticPage.Index.Programs[0]), ("Program.cs", program)]);
        Assert.DoesNotContain(project.Diagnose(), d => d.Id.StartsWith("VM", StringComparison.Ordinal));
        Assert.Contains($"(op Run RunContract ((row RowId)) unit {expected})", Flat(project.GenerateAnyway()["ComponentIr.Op_Run.g.cs"]));
    }

    /// <summary>A store keeps the lowest bits, and the representation says so.</summary>
    [Fact]
    public void NarrowBitField_ThatIsSet_IsMasked()
    {
        var program = """
            using Vm.Vocabulary;
            [Handle] public readonly record struct CellId(uint V) : IHandle<CellId>
            {
                public static bool IsNullable => false;
                public static CellId Of(uint index) => new(index);
            }
            [Packed] public partial struct Cell
            {
                [Bits(0, 0, 5)] public partial byte Narrow { readonly get; set; }
                [Bits(0, 8, 8)] public partial byte Full { readonly get; set; }
            }
            [State] public sealed class Cells { public readonly Table<CellId, Cell> All = new(4); }
            [Contract, Establishes] public static partial class RunContract;
            public partial class Grid<TMode>(Cells cells) where TMode : struct, ICheckMode
            {
                readonly Cells s = cells;
                [Operation(typeof(RunContract))]
                void RunBody(CellId c, byte b) { s.All[c].Narrow = b; s.All[c].Narrow = 31; s.All[c].Full = b; }
            }
            """;
        var generated = TestProject.Of(program).Generate();
        Assert.Contains(
            "(set (. (elem All c) Narrow) (band.u8 b 31:u8)) (set (. (elem All c) Narrow) 31:u8) (set (. (elem All c) Full) b)",
            Flat(generated["ComponentIr.Op_Run.g.cs"]));
        Assert.Contains(
            "(row Cell (field Narrow u8 (unguarded) (bits 5)) (field Full u8 (unguarded)))", Flat(generated["ComponentIr.Row_Cell.g.cs"]));
    }

    const string Tables = """
        using Vm.Vocabulary;
        [Handle] public readonly record struct CellId(uint V) : IHandle<CellId>
        {
            public static bool IsNullable => false;
            public static CellId Of(uint index) => new(index);
        }
        [Row] public partial struct Cell { public int Value; }
        [State] public sealed class Cells { public readonly Table<CellId, Cell> All = new(4); public readonly Table<CellId, Cell> Others = new(4); }
        [Contract, Establishes] public static partial class RunContract;
        """;

    static TestProject WithTable(string argument) => TestProject.Of($$"""
        {{Tables}}
        public partial class Grid<TMode>(Cells cells) where TMode : struct, ICheckMode
        {
            readonly Cells s = cells;
            [Inline] void Clear(Table<CellId, Cell> cells, CellId c) { cells[c].Value = 0; }
            [Operation(typeof(RunContract))] void RunBody(CellId c) { Clear({{argument}}, c); }
        }
        """);

    [Fact]
    public void TableParameter_OfAHelper_StandsForTheStatesTable()
    {
        var generated = WithTable("s.All").Generate();
        Assert.Contains("(inlined Clear c)", Flat(generated["ComponentIr.Op_Run.g.cs"]));
        Assert.Contains("(inline Clear ((c CellId)) unit (set (. (elem All c) Value) 0:i32))", Flat(generated["ComponentIr.Inline_Clear.g.cs"]));
    }

    [Theory]
    [InlineData("s.Others")]
    [InlineData("new Table<CellId, Cell>(4)")]
    public void TableArgument_ThatIsAnotherTable_IsRefused(string argument) => Assert.Contains(
        $"VM0005: The intermediate representation cannot say the table '{argument}' as an argument; give the state's first table with that "
        + "handle, or a local for it",
        WithTable(argument).Diagnose().Select(d => $"{d.Id}: {d.GetMessage()}"), StringComparer.Ordinal);

    static string Flat(string source) => string.Join(" ", source.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
