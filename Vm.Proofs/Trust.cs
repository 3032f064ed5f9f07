using Vm.Generators.Ir;
using Vm.Proofs.Lemmas;
using Vm.Proofs.Reading;

namespace Vm.Proofs;

/// <summary>What proofs rest on without proving it.</summary>
static class Trust
{
    static readonly TrustedItem[] always =
    [
        new("the lowering", "the intermediate representation says what the C# source says; the differential tests compare the two"),
        new("lists by rank", "ranks that fall or rise along links describe exactly the walk of a list; argued on paper, compared with walks in small scopes"),
        new("numbers of rows", "a write changes a number of rows by what the written row gains or loses; argued on paper, compared with true numbers in small scopes"),
        new("new states", "but for constants, the constructor of the state leaves zero, false or null everywhere; a test reads one"),
        new("compiled code, read", "accessors and lemmas are proved from the instructions that the compiler made; the machine that reads them does what the runtime does, and what it does not know it refuses"),
        new("memory that lemmas speak of", "there is memory at every address, and cells at different multiples of their size do not overlap"),
        new("the solver", "an answer 'unsatisfiable' is right"),
        new("one thread at a time", "what locks protect does not change while they are held, and is what the invariants say when they are taken"),
        new("handles made from numbers", "they name rows; a table access outside of the table stops the component"),
    ];

    public static IReadOnlyList<TrustedItem> Of(Component component)
    {
        var program = component.Program;
        return
        [
            .. program.Operations
                .Where(operation => operation.Trusted is not null)
                .Select(operation => new TrustedItem($"the body of {operation.Name}", operation.Trusted!)
                {
                    Place = program.PlaceOf(operation.Name),
                    Statements = Own(program, operation).Sum(code => Statements.All(Statements.BodyOf(code)).Count()),
                    UsedBy = UsersOf(program, operation),
                }),
            .. program.Operations.Where(operation => operation.Unlocked is not null)
                .Select(operation => new TrustedItem($"guarded places that {operation.Name} uses without their locks", operation.Unlocked!)
                {
                    Place = program.PlaceOf(operation.Name),
                }),
            .. component.Suppressions.Select(found => new TrustedItem($"{found.Rule}, let pass by {found.Means}", found.Reason) { Place = found.Place }),
            .. program.Code.Values.OfType<ExternalItem>().OrderBy(method => method.Name, StringComparer.Ordinal)
                .Select(method => new TrustedItem($"the method {method.Name}", "outside: it does not touch the component's state")
                {
                    Place = program.PlaceOf(method.Name),
                    UsedBy = UsersOf(program, method),
                }),
            .. program.Functions.Values.Where(function => function.Opaque).OrderBy(function => function.Name, StringComparer.Ordinal)
                .Select(function => new TrustedItem($"the function {function.Name}", "opaque: its value hangs on its arguments and on what its body reads, and on nothing else")
                {
                    Place = program.PlaceOf(function.Name),
                }),
            .. LemmaAssumptions.Of(component),
            .. always,
        ];
    }

    static IReadOnlyList<string> UsersOf(IrProgram program, CodeItem used) =>
    [
        .. program.Operations
            .Where(operation => operation.Trusted is null && operation.Mutant is null)
            .Where(operation => Own(program, operation).Any(code => Called(code).Contains(used.Name)))
            .Select(operation => operation.Name),
    ];

    /// <summary>A body, and the helpers that are part of it.</summary>
    static IEnumerable<CodeItem> Own(IrProgram program, CodeItem code) => Called(code).Distinct()
        .Select(name => program.CodeOf<CodeItem>(name)).OfType<InlineItem>()
        .SelectMany(helper => Own(program, helper))
        .Prepend(code).Distinct();

    static IEnumerable<string> Called(CodeItem code) => Statements.All(Statements.BodyOf(code))
        .Select(Statements.InvocationOf).OfType<Invocation>()
        .Select(call => call.Name);
}
