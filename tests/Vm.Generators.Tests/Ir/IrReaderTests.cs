using Vm.Generators.Ir;

namespace Vm.Generators.Tests.Ir;

public class IrReaderTests
{
    const string Header = "(vm-ir 1 A)\n";

    /// <summary>One of each node that the two real assemblies do not use.</summary>
    const string Rare = Header + """
        (enum Mode u8 (Off 0) (On 1))
        (state S
          (table Rows RowId Row)
          (global Lock lock (lock Outer))
          (global Any i32 (guarded-any Outer Inner))
          (ghost Owned RowId))
        (op Rare RareContract (trusted "a \"reason\"") (mutant "a\\b") ((r RowId)) i32
          (acquire (global Lock))
          (while true (do (if (member Owned r) (then (break)) (else (continue)))))
          (ghost-add Owned r)
          (ghost-remove Owned r)
          (set (global Any) (neg.i32 (bnot.i32 (rem.i32 -1:i32 2:i32))))
          (release (global Lock))
          (return (ite (exists (q RowId) (lt (rank InChain q) 1:i64)) 1:i32 0:i32)))
        """;

    [Fact]
    public void RareNodes_ReadPrintedAndRead_AreTheSame()
    {
        var file = IrReader.Read(Rare);
        Assert.Equal(file, IrReader.Read(IrPrinter.Print(file)));
    }

    [Theory]
    [InlineData("", "line 1 of the intermediate representation: the text does not begin with (vm-ir VERSION ASSEMBLY)")]
    [InlineData("(vm-ir 2 A)", "line 1 of the intermediate representation: version 2 is not 1; build the component with the same release")]
    [InlineData(Header + "(handle", "line 2 of the intermediate representation: a '(' is not closed")]
    [InlineData(Header + "(handle A) )", "line 2 of the intermediate representation: a ')' closes nothing")]
    [InlineData(Header + "\n(pure F () bool (and true))", "line 3 of the intermediate representation: an expression is missing at the end of (and true)")]
    [InlineData(Header + "(pure F () bool (not true true))", "line 2 of the intermediate representation: true is one too many in (not true true)")]
    [InlineData(Header + "(pure F () bool (xor true true))", "line 2 of the intermediate representation: an expression is expected, not (xor true true)")]
    [InlineData(Header + "(op F C () unit (set 1:i32 2:i32))", "line 2 of the intermediate representation: a place: a local, (global G) or (. row F) is expected, not 1:i32")]
    [InlineData(Header + "(op F C () unit (if true (return)))", "line 2 of the intermediate representation: (then ...) is expected, not (return)")]
    [InlineData(Header + "(thing F)", "line 2 of the intermediate representation: one of handle, enum, row, state, pure, opaque, invariant, abstract, contract, op, inline, external is expected, not (thing F)")]
    public void Text_ThatIsWrong_IsRefusedWithItsLine(string text, string message) =>
        Assert.Equal(message, Assert.Throws<IrFormatException>(() => IrReader.Read(text)).Message);
}
