using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Mutation;

/// <summary>Finds the operations that a body is part of.</summary>
static class Users
{
    /// <summary>The operation itself, or the operations in which the helper is seen, at any depth; those that are proved come first. Operations that are broken on purpose do not count.</summary>
    public static IReadOnlyList<OperationItem> Of(IrProgram program, string code) =>
        [.. program.Operations.Where(operation => operation.Mutant is null && Uses(program, operation, code)).OrderBy(operation => operation.Trusted is not null)];

    static bool Uses(IrProgram program, CodeItem user, string code) =>
        user.Name == code
        || Statements.All(Statements.BodyOf(user)).Select(Statements.InvocationOf)
            .Any(call => call is { Kind: InvocationKind.Inlined } && Uses(program, program.CodeOf<CodeItem>(call.Name), code));
}
