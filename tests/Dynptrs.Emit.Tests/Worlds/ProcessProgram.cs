using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Dynptrs.Emit.Tests.Corpus;

namespace Dynptrs.Emit.Tests.Worlds;

/// <summary>A program in this process, with statics of its own.</summary>
internal sealed class ProcessProgram
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly MethodInfo _method;
    private readonly List<FieldInfo> _fields;

    /// <summary>Loads a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="assembly">The assembly that it is compiled to.</param>
    public ProcessProgram(EmittedProgram program, byte[] assembly)
    {
        var context = new AssemblyLoadContext(program.Key, isCollectible: true);
        var type = context.LoadFromStream(new MemoryStream(assembly)).GetType(program.Type, throwOnError: true)!;
        _method = type.GetMethod(program.Name, Any)!;
        _fields = [.. Types(type.Assembly).Where(other => !other.ContainsGenericParameters).SelectMany(other => other.GetFields(Any))];
        Section = _method.GetCustomAttribute<BpfProgramAttribute>()!.Section;
    }

    /// <summary>The section.</summary>
    public string Section { get; }

    /// <summary>Runs an XDP program.</summary>
    public TestRunResult RunXdp(PacketRun packet) =>
        TestRun.Run(_method.CreateDelegate<Func<XdpBuff, int>>(), packet.Input, packet.Options);

    /// <summary>Runs a program of a packet.</summary>
    public TestRunResult RunSkBuff(BpfProgramType type, PacketRun packet) =>
        TestRun.Run(type, _method.CreateDelegate<Func<SkBuff, int>>(), packet.Input, packet.Options);

    /// <summary>Runs a program on the arguments of a tracepoint, or on nothing.</summary>
    public TestRunResult Run(TracepointContext arguments)
    {
        object?[] given = [.. _method.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(TracepointContext) ? arguments
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)];
        var returned = _method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, given, null);
        return new TestRunResult(0) { ReturnValue = Convert.ToInt32(returned, null) };
    }

    /// <summary>The static field that a variable of the kernel's stands for, or <see langword="null"/>.</summary>
    public FieldInfo? Find(string name)
    {
        var fields = _fields.FindAll(field => field.Name == name || $"{field.DeclaringType!.Name}_{field.Name}" == name);
        return fields.Find(field => field.DeclaringType == _method.DeclaringType) ?? (fields.Count == 1 ? fields[0] : null);
    }

    /// <summary>The types that .NET can load: of programs that are refused it cannot load all.</summary>
    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }
}
