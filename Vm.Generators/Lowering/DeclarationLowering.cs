using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>Handles, enums, rows and the state.</summary>
static class DeclarationLowering
{
    public static IrItem Handle(INamedTypeSymbol type) =>
        new HandleItem(type.Name, type.Attribute(VocabularyNames.Handle)!.Named<bool>("Nullable"));

    public static IrItem Enum(INamedTypeSymbol type) =>
        new EnumItem(type.Name, TypeLowering.IntegerOf(type) ?? type.EnumUnderlyingType!.Name,
            type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue)
                .Select(f => new EnumMember(f.Name, ToInteger(f.ConstantValue!))).ToEquatableArray());

    public static IrItem Row(INamedTypeSymbol type) => new RowItem(
        type.Name, Fields(type).ToEquatableArray(),
        type.GetAttributes().Where(a => a.AttributeClass?.ToDisplayString() == VocabularyNames.LockedBy)
            .Select(a => new RowLock(a.MemberArgument(0), a.Argument<string>(1) ?? "")).ToEquatableArray(),
        type.Attribute(VocabularyNames.OwnedUnless)?.ConstructorArguments
            .SelectMany(a => a.Values).Select(v => v.Value).OfType<string>().ToEquatableArray() ?? []);

    public static IrItem State(INamedTypeSymbol type)
    {
        var state = new Symbols.StateSymbol(type);
        return new StateItem(
            type.Name,
            state.Tables.Select(t => new TableDeclaration(t.Name, t.Handle.Name, t.Row.Name)).ToEquatableArray(),
            Fields(type).ToEquatableArray(),
            type.GetMembers().OfType<IFieldSymbol>().Where(f => f.Type.DefinitionName() == VocabularyNames.GhostSet)
                .Select(f => new GhostDeclaration(f.Name, ((INamedTypeSymbol)f.Type).TypeArguments[0].Name)).ToEquatableArray());
    }

    public static BigInteger ToInteger(object constant) =>
        BigInteger.Parse(System.Convert.ToString(constant, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);

    /// <summary>The width of a bit-field that is narrower than its type; otherwise null.</summary>
    public static int? NarrowWidth(ISymbol member)
    {
        if (member is not IPropertySymbol property || member.Attribute(VocabularyNames.Bits) is not { } bits) return null;
        var width = bits.Argument<int>(2);
        return TypeLowering.IntegerOf(property.Type) is { } integer && width < IrTypes.BitsOf(integer) ? width : null;
    }

    /// <summary>Bit-fields and plain fields whose types the representation has. Others are refused where a body uses them.</summary>
    static IEnumerable<FieldDeclaration> Fields(INamedTypeSymbol type) =>
        from member in type.GetMembers()
        where !member.IsStatic && !member.IsImplicitlyDeclared
        let memberType = member switch
        {
            IPropertySymbol p when p.Has(VocabularyNames.Bits) => p.Type,
            IFieldSymbol { AssociatedSymbol: null } f => f.Type,
            _ => null,
        }
        let name = TypeLowering.NameOf(memberType)
        where name is not null
        select new FieldDeclaration(member.Name, name, GuardOf(member), NarrowWidth(member), WhileOf(member));

    static Guard GuardOf(ISymbol member)
    {
        if (member.Attribute(VocabularyNames.GuardedBy) is { } one) return new Guarded(one.MemberArgument(0));
        if (member.Attribute(VocabularyNames.GuardedByAny) is { } any) return new GuardedAny(any.MemberArguments().ToEquatableArray());
        if (member.Attribute(VocabularyNames.LockClass) is { } self) return new LockGuard(self.MemberArgument(0));
        return member.Has(VocabularyNames.Constant) ? new ConstantGuard() : new Unguarded();
    }

    static GuardedWhile? WhileOf(ISymbol member) =>
        member.Attribute(VocabularyNames.GuardedWhile) is { } other ? new(other.Argument<string>(0) ?? "", other.MemberArgument(1)) : null;
}
