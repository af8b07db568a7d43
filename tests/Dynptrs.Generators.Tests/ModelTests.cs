using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Dynptrs.Generators.Bodies;
using Dynptrs.Generators.Diagnostics;
using Dynptrs.Generators.Models;
using Dynptrs.Generators.Objects;
using Dynptrs.Generators.Structs;
using Dynptrs.Generators.Stubs;

namespace Dynptrs.Generators.Tests;

/// <summary>What stays between two edits: values that compare, and nothing of a compilation.</summary>
public sealed class ModelTests
{
    public static TheoryData<Type> Models { get; } =
        [typeof(StubTarget), typeof(Helper), typeof(HelperBodies), typeof(StructView), typeof(ObjectModel), typeof(UnknownAttribute)];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_holds_nothing_of_a_compilation(Type model)
    {
        var parts = Parts(model);
        Assert.Contains(typeof(string), parts);
        Assert.Equal(
            [], parts.Where(part => part.Namespace!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !IsPlain(part)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_compares_by_its_values(Type model) => Assert.Equal(
        [],
        Parts(model)
            .Where(part => !part.IsPrimitive && !part.IsEnum && !typeof(IEquatable<>).MakeGenericType(part).IsAssignableFrom(part)));

    /// <summary>All types that a model is made of. An equatable array counts as its elements.</summary>
    private static HashSet<Type> Parts(Type model)
    {
        var found = new HashSet<Type>();
        var open = new Stack<Type>([model]);
        while (open.TryPop(out var type))
        {
            if (type.IsGenericType
                && (type.GetGenericTypeDefinition() == typeof(EquatableArray<>) || type.GetGenericTypeDefinition() == typeof(Nullable<>)))
            {
                type = type.GetGenericArguments()[0];
            }

            if (!found.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string) || IsPlain(type))
                continue;
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                open.Push(field.FieldType);
        }

        return found;
    }

    /// <summary>Numbers that say where something stands, and what may be seen.</summary>
    private static bool IsPlain(Type type) => type.Namespace == "Microsoft.CodeAnalysis.Text" && type.IsValueType || type.IsEnum;
}
