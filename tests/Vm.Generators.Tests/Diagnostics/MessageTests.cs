using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Diagnostics;

/// <summary>Each way in which a rule can be broken: the message names the offender, the rule and the way out.</summary>
public class MessageTests
{
    [Theory]
    [InlineData("[Bits(0, -1, 1)] public partial bool F { get; set; }", "'T.F' has no place; word and shift are not negative, and the width is positive")]
    [InlineData("[Bits(0, 1, 32)] public partial uint F { get; set; }", "'T.F' ends at bit 32 of a word of 32 bits; move it or make it narrower")]
    [InlineData("[Bits(0, 1, 64)] public partial ulong F { get; set; }", "'T.F' takes more than a word of 32 bits; let it begin at bit 0")]
    [InlineData("[Bits(0, 0, 9)] public partial byte F { get; set; }", "'T.F' takes 9 bits, and its type Byte has 8; make it 8 wide or use a wider type")]
    [InlineData("[Bits(0, 0, 2)] public partial bool F { get; set; }", "'T.F' takes 2 bits, and its type Boolean has 1; make it 1 wide or use a wider type")]
    [InlineData("[Bits(0, 0, 31)] public partial int F { get; set; }", "'T.F' would lose its sign; use an unsigned type or all 32 bits")]
    [InlineData("[Bits(0, 0, 16)] public partial float F { get; set; }", "'T.F' is of type Single; use bool, an integer, an enum or a handle")]
    [InlineData("[Bits(0, 0, 1)] public partial Color F { get; set; }", "'T.F' takes 1 bits, too few for Color.Blue; make it wider")]
    public void BitField_ThatDoesNotFit_IsNamed(string field, string message) =>
        AssertReported("VM0001", message, $$"""
            using Vm.Vocabulary;
            public enum Color { Red, Green, Blue }
            [Packed] public partial struct T { {{field}} }
            """);

    [Theory]
    [InlineData("int i = 0; do { i++; } while (i < 3);", "The intermediate representation cannot say a Loop statement; write it with the statements of docs/ir.md, or move it into an [External] method")]
    [InlineData("foreach (var r in s.Rows) s.Rows[r].Value = 0;", "The intermediate representation cannot say a Loop statement; write it with the statements of docs/ir.md, or move it into an [External] method")]
    [InlineData("Console.WriteLine();", "The intermediate representation cannot say a call of WriteLine; mark the method [Inline] or [External], or make it an operation")]
    [InlineData("double d = 1;", "The intermediate representation cannot say the type double; use bool, byte, ushort, uint, ulong, int, long, an enum or a handle")]
    [InlineData("int i; i = 1;", "The intermediate representation cannot say the local 'i' without a value; give it one where it is declared")]
    [InlineData("int i = checked(s.Count + 1);", "The intermediate representation cannot say checked arithmetic; the representation wraps; drop 'checked' and state the range as a clause")]
    [InlineData("for (int i = 0; i < 3; i++) { if (i == 1) continue; }", "The intermediate representation cannot say continue in a for; write a while, so that the step is seen to be taken")]
    [InlineData("if (Get() == 1) s.Count = 1;", "The intermediate representation cannot say a call of Get inside an expression; give its result to a local first")]
    [InlineData("s.Rows[new RowId(1)].Value = Get();", "The intermediate representation cannot say the result of a call as the value of a field of a table's element; give it to a local first")]
    [InlineData("if (isAsked) s.Count = 1;", "The intermediate representation cannot say the parameter 'isAsked' of the world outside; hand it on to the [Outside] parameter of an [External] method")]
    [InlineData("int i = Spec.Old(s.Count);", "The intermediate representation cannot say Old outside an [Ensures] clause; move it into one")]
    [InlineData("Loop.Invariant(true);", "The intermediate representation cannot say Loop.Invariant here; write it first in the body of its loop")]
    [InlineData("using var held = s.CountLock.Enter();", "The intermediate representation cannot say a UsingDeclaration statement; write it with the statements of docs/ir.md, or move it into an [External] method")]
    public void Body_WithAConstructThatCannotBeLowered_IsToldTheWayOut(string statements, string message) =>
        AssertReported("VM0005", message, $$"""
            using Vm.Vocabulary;
            [Contract] public static partial class RunContract;
            public partial class Component<TMode>(State state) where TMode : struct, ICheckMode
            {
                readonly State s = state;
                [External] int Get() => 1;
                [Operation(typeof(RunContract))] void RunBody([Outside] bool isAsked) { {{statements}} }
            }
            """);

    [Theory]
    [InlineData("static void RunBody() { }", "it is static or generic or has a parameter by reference; take handles and values, and change rows through the state")]
    [InlineData("void Run() { }", "its name does not end in Body; call it RunBody; the woven operation gets the name before")]
    [InlineData("void RunBody() { } [Operation(typeof(RunContract))] void RunBody(int a) { }", "its name is overloaded; give each operation a name of its own")]
    [InlineData("void RunBody(ref int a) { }", "it is static or generic or has a parameter by reference; take handles and values, and change rows through the state")]
    public void Operation_ThatIsMalformed_IsToldWhy(string method, string reason) =>
        AssertReported("VM0007", $"Operation '{method.Split('(')[0].Split(' ')[^1]}' cannot be woven, because {reason}", $$"""
            using Vm.Vocabulary;
            [Contract] public static partial class RunContract;
            public partial class Component<TMode>(State state) where TMode : struct, ICheckMode
            {
                readonly State s = state;
                [Operation(typeof(RunContract))] {{method}}
            }
            """);

    [Theory]
    [InlineData("public class Component<TMode> where TMode : struct, ICheckMode { readonly State s = new();", "class Component is not partial; declare it so")]
    [InlineData("public partial class Component<TMode> where TMode : struct, ICheckMode {", "class Component has no field of a [State] type; add one, through which bodies reach the state")]
    [InlineData("public partial class Component { readonly State s = new();", "class Component has no type parameter that is an ICheckMode; add one: where TMode : struct, ICheckMode")]
    public void Component_ThatIsMalformed_IsToldWhy(string head, string reason) =>
        AssertReported("VM0007", $"Operation 'RunBody' cannot be woven, because {reason}", $$"""
            using Vm.Vocabulary;
            [Contract] public static partial class RunContract;
            {{head}} [Operation(typeof(RunContract))] void RunBody() { } }
            """);

    [Theory]
    [InlineData("[Modifies(\"Nothing\")]", "The modified place \"Nothing\" of 'RunContract' leads nowhere from operation 'Run'; name a scalar of the state, a field of a parameter's row, or a field of a table")]
    [InlineData("[Modifies(\"Rows\")]", "The modified place \"Rows\" of 'RunContract' leads nowhere from operation 'Run'; name a scalar of the state, a field of a parameter's row, or a field of a table")]
    [InlineData("[Modifies(\"row.Next.Nothing\")]", "The modified place \"row.Next.Nothing\" of 'RunContract' leads nowhere from operation 'Run'; name a scalar of the state, a field of a parameter's row, or a field of a table")]
    [InlineData("[MustHold(Locks.Row, \"row.Value\")]", "The Row lock's instance \"row.Value\" of 'RunContract' leads nowhere from operation 'Run'; name a parameter, or a field of its row, that has a field with this [LockClass]")]
    [InlineData("[MustHold(Locks.Row, \"row\", When = \"row.Nothing\")]", "The Row lock's condition \"row.Nothing\" of 'RunContract' leads nowhere from operation 'Run'; name a field of a parameter's row")]
    public void Contract_WithAPathThatLeadsNowhere_IsToldWhichPathsThereAre(string attribute, string message) =>
        AssertReported("VM0006", message, $$"""
            using Vm.Vocabulary;
            [Contract, Modifies("row.Next.Value", "Rows.Next", "Count"), MustHold(Locks.Row, "row.Next")]
            public static partial class GoodContract;
            [Contract, {{attribute[1..^1]}}] public static partial class RunContract;
            public partial class Component<TMode>(State state) where TMode : struct, ICheckMode
            {
                readonly State s = state;
                [Operation(typeof(GoodContract))] void GoodBody(RowId row) { }
                [Operation(typeof(RunContract))] void RunBody(RowId row) { }
            }
            """);

    [Fact]
    public void Result_OfAnotherType_IsNamed() =>
        AssertReported("VM0004", "'RunContract.Positive' asks for 'int result', which operation 'Run' does not have; use Spec.Result<RowId>() or change what the operation returns", """
            using Vm.Vocabulary;
            [Contract]
            public static partial class RunContract
            {
                [Ensures("the result is positive")] public static bool Positive() => Spec.Result<int>() > 0;
            }
            public partial class Component<TMode>(State state) where TMode : struct, ICheckMode
            {
                readonly State s = state;
                [Operation(typeof(RunContract))] RowId RunBody() => default;
            }
            """);

    [Fact]
    public void Functions_OfOneName_AreBothNamed()
    {
        var reported = Report("""
            using Vm.Vocabulary;
            public static class A { [Pure] public static bool Is(RowId r) => r.IsNull; }
            public static class B { [Pure] public static bool Is(RowId r) => !r.IsNull; }
            """);
        Assert.Equal(2, reported.Count);
        Assert.All(reported, d => Assert.StartsWith("VM0005: The intermediate representation cannot say two items of the name 'Is'", d));
    }

    [Fact]
    public void Suppression_ByPragma_IsObeyed() =>
        Assert.Empty(Report("""
            using Vm.Vocabulary;
            public static class Copies
            {
            #pragma warning disable VM0008 // Nothing is assigned.
                public static int Run(State s, RowId id) { Row row = s.Rows[id]; return row.Value; }
            #pragma warning restore VM0008
            }
            """));

    static void AssertReported(string id, string message, string program) => Assert.Contains($"{id}: {message}", Report(program));

    static IReadOnlyList<string> Report(string program) =>
        [
            .. TestProject.Of("Component", [("Prelude.cs", DiagnosticPage.Index.Programs[0]), ("Program.cs", program)]).Diagnose()
                .Where(d => d.Id.StartsWith("VM", StringComparison.Ordinal))
                .Select(d => $"{d.Id}: {d.GetMessage()}"),
        ];
}
