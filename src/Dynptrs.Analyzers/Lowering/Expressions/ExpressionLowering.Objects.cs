using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Objects, structs, arrays and collections that are made.</summary>
internal sealed partial class ExpressionLowering
{
    private Operand LowerCreation(IObjectCreationOperation creation, Place? into)
    {
        if (creation.Constructor is not { } constructor)
            return _emit.MakeDefault(creation, into);
        constructor = _scope.Substitution.Apply(constructor);
        if (constructor.ContainingType.IsReferenceType)
            return LowerObject(creation, constructor, into);
        if (creation.Arguments is [{ Value: var elements }] && LowerTable(creation, elements) is { } table)
            return table;
        if (_intrinsics.LowerCreation(creation, into) is { } known)
            return known;
        var type = IrTypeOf(creation.Type!);
        if (constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty)
            return _emit.MakeDefault(creation, into);
        var arguments = PassArguments(new Callee(constructor), null, creation.Arguments);
        // Built aside: the arguments, and the constructor, may read the variable that is assigned.
        var target = _emit.Temporary(type, creation);
        _builder.Emit(new ClearInstruction(At(creation), target));
        if (IsWithoutBody(constructor))
            return StoreComponents(creation, constructor, target, arguments);

        var made = new Argument(Operand.Copy(target), ArgumentPassing.Out, At(creation));
        Call(new Callee(constructor), At(creation), arguments.Insert(0, made), null);
        return Operand.Move(target);
    }

    private bool IsWithoutBody(IMethodSymbol constructor) =>
        MethodBodies.Declaration(constructor, _compilation.CancellationToken) is null && _compilation.Contracts.Read(constructor) is null;

    /// <summary>A constructor of a struct that another begins with: <c>: this(…)</c>.</summary>
    private Operand LowerChainedConstructor(IInvocationOperation call, IMethodSymbol constructor)
    {
        var arguments = PassArguments(new Callee(constructor), null, call.Arguments);
        var made = _variables.PlaceOfThis();
        _builder.Emit(new ClearInstruction(At(call), made));
        if (constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty)
            RunInitializers(constructor.ContainingType, made, arguments, At(call));
        else
            StoreComponents(call, constructor, made, arguments);
        return Operand.Null(HandleType.Instance);
    }

    /// <summary>A primary constructor has no body: its parameters go into the fields that are named after them.</summary>
    private Operand StoreComponents(
        IOperation creation,
        IMethodSymbol constructor,
        Place target,
        ImmutableArray<Argument> arguments)
    {
        var stored = 0;
        var isDeclaredHere = IsPrimaryConstructor(constructor);
        if (target.Type is StructType type)
        {
            for (var i = 0; i < constructor.Parameters.Length; i++)
            {
                foreach (var field in type.Fields)
                {
                    if (field.Name != constructor.Parameters[i].Name || arguments[i].Value.Type.CellCount != field.Type.CellCount)
                        continue;
                    var value = arguments[i];
                    if (field.Type is PointerType && value.Passing != ArgumentPassing.Value)
                        _builder.Emit(new AddressOfInstruction(value.Site, target.Field(field), value.Value.Place));
                    else
                        _builder.Emit(new AssignInstruction(value.Site, target.Field(field), value.Value));
                    stored++;
                }
            }

            if (stored == type.Fields.Length && !isDeclaredHere)
                return Operand.Move(target);
        }

        if (isDeclaredHere)
        {
            RunInitializers(constructor.ContainingType, target, arguments, At(creation));
            return Operand.Move(target);
        }

        var inputs = ImmutableArray.CreateBuilder<Operand>(arguments.Length);
        foreach (var argument in arguments)
            inputs.Add(argument.Value);
        _builder.Emit(Emitter.Opaque(
            At(creation),
            target,
            constructor.DeclaringSyntaxReferences.IsEmpty && constructor.ContainingType.DeclaringSyntaxReferences.IsEmpty
                ? OpaqueReason.Library
                : OpaqueReason.NotFollowed,
            "a constructor that is not known",
            inputs.MoveToImmutable()));
        return Operand.Move(target);
    }

    /// <summary>Gives the fields and properties of a struct the values that they are declared with, as its constructors do first.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="made">The place of what is made.</param>
    /// <param name="parameters">What the primary constructor is given, which these values may use.</param>
    /// <param name="site">Where it is made.</param>
    public void RunInitializers(INamedTypeSymbol type, Place made, ImmutableArray<Argument> parameters, Site site)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return;
        var arguments = parameters.Insert(0, new Argument(Operand.Copy(made), ArgumentPassing.Ref, site));
        foreach (var member in type.GetMembers())
        {
            if (member is { IsStatic: false, IsImplicitlyDeclared: false } and (IFieldSymbol or IPropertySymbol)
                && MethodBodies.Initializer(member, _compilation.CancellationToken) is not null)
            {
                var initializer = _compilation.Initializer(member, _scope.IsProgramCode);
                _builder.Emit(new CallInstruction(site, null, new FunctionTarget(initializer), arguments));
            }
        }
    }

    private bool IsPrimaryConstructor(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax(_compilation.CancellationToken) is TypeDeclarationSyntax;

    private Operand LowerObject(IObjectCreationOperation creation, IMethodSymbol constructor, Place? into)
    {
        var arguments = PassArguments(new Callee(constructor), null, creation.Arguments);
        if (_compilation.Contracts.Read(constructor) is not null)
            return Call(new Callee(constructor), At(creation), arguments, into)!.Value;
        var inputs = ImmutableArray.CreateBuilder<Operand>(arguments.Length);
        var isHandedOn = false;
        foreach (var argument in arguments)
        {
            isHandedOn |= argument.Passing != ArgumentPassing.Value
                || argument.Value.Type is PointerType or ViewType
                || argument.Value.Type.ContainsOwner;
            inputs.Add(argument.Value);
        }

        if (!isHandedOn)
        {
            var target = _emit.ChooseTarget(into, IrTypeOf(creation.Type!), creation);
            _builder.Emit(new OpaqueInstruction(
                At(creation),
                target,
                OpaqueReason.Heap,
                "an object on the heap",
                inputs.MoveToImmutable(),
                ImmutableArray<Place>.Empty)
            {
                MayThrow = !constructor.IsImplicitlyDeclared,
            });
            return Operand.Move(target);
        }

        _builder.Emit(Emitter.Opaque(At(creation), null, OpaqueReason.Heap, "an object on the heap"));
        return _emit.Call(
            new UnknownTarget(constructor.ContainingType.Name, OpaqueReason.Part),
            HandleType.Instance,
            arguments,
            creation,
            into);
    }

    private Operand LowerArrayCreation(IArrayCreationOperation array, Place? into)
    {
        var type = IrTypeOf(array.Type!);
        if (_scope.IsProgramCode || type is not PointerType { Element: var element })
            return LowerUnsupported(array, into);
        Operand? length = array.DimensionSizes is [var size] ? _emit.ScaleToBytes(Value(size), element, array) : null;
        var target = _emit.Temporary(type, array);
        _builder.Emit(new AllocateInstruction(At(array), target, length, MemoryOrigin.Heap));
        if (array.Initializer is { } initializer)
            StoreElements(target, element, initializer.ElementValues);
        return Operand.Move(target);
    }

    private void StoreElements(Place memory, IrType element, ImmutableArray<IOperation> values)
    {
        for (var i = 0; i < values.Length; i++)
            Store(values[i], memory.Element(Operand.Constant(i, ScalarType.I32), element), At(values[i]));
    }

    private Operand LowerCollection(ICollectionExpressionOperation collection, Place? into)
    {
        if (collection.Type is null
            || IrTypeOf(collection.Type) is not PointerType { Element: var element } type
            || (_scope.IsProgramCode && collection.Type is IArrayTypeSymbol))
        {
            return LowerUnsupported(collection, into);
        }

        // An empty collection that is no array is the default span.
        if (collection.Elements.IsEmpty && collection.Type is not IArrayTypeSymbol)
            return Operand.Null(type);
        foreach (var value in collection.Elements)
        {
            if (value is ISpreadOperation)
                return LowerUnsupported(collection, into);
        }

        if (LowerTable(collection, collection) is { } table)
            return table;
        if (element is ScalarType
            && collection.Type is not IArrayTypeSymbol
            && LowerFollowed(collection, type, element, collection.Elements.Length, collection.Elements) is { } followed)
        {
            return followed;
        }

        var target = _emit.Temporary(type, collection);
        var length = element.Size >= 0 ? Operand.Constant((long)element.Size * collection.Elements.Length, ScalarType.I64) : (Operand?)null;
        _builder.Emit(new AllocateInstruction(
            At(collection),
            target,
            length,
            collection.Type is IArrayTypeSymbol ? MemoryOrigin.Heap : MemoryOrigin.Stack)
        {
            Scope = _builder.Scope,
        });
        StoreElements(target, element, collection.Elements);
        return Operand.Move(target);
    }
}
