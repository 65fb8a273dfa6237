using System;
using System.Text;
using Tarn.Kernel;

namespace Tarn.Monitor;

/// <summary>A command line: takes keys, shows the line that they make, and runs commands.</summary>
/// <remarks>
/// <para>
/// Keys may come from several sources, a keyboard and a serial line for one: they type into the same line, which all consoles show. One key
/// after another: <see cref="Press"/> is for tasks.
/// </para>
/// <para>
/// What others print meanwhile stands where it stands; the next key begins a new row, with the prompt and the line so far. It is seen by a
/// console sink of the monitor's own.
/// </para>
/// <para>Allocates when it is made. A key and a line allocate nothing; a command may.</para>
/// </remarks>
public sealed class Monitor
{
    private const int LongestCharacter = 4;

    private readonly MonitorCommand[] _commands;
    private readonly IScreenCleaner _screens;
    private readonly MonitorConsole _console = new();
    private readonly LineEditor _editor = new();
    private readonly LineView _view;
    private bool _isBegun;

    /// <summary>Makes a monitor, and adds a sink of its own to the console.</summary>
    /// <param name="screens">What clears the screens.</param>
    /// <param name="commands">The commands, in the order in which <c>help</c> lists them. <c>help</c> itself is added.</param>
    /// <exception cref="InvalidOperationException">The console has as many sinks as it can have.</exception>
    public Monitor(IScreenCleaner screens, params ReadOnlySpan<MonitorCommand> commands)
    {
        _screens = screens;
        _view = new LineView(_console);
        _commands = new MonitorCommand[commands.Length + 1];
        _commands[0] = new HelpCommand(_commands);
        commands.CopyTo(_commands.AsSpan(1));
        ConsoleRouter.Add(_console.Foreign);
    }

    /// <summary>What it says for a start: UTF-8.</summary>
    public static ReadOnlySpan<byte> Invitation => "Type help for the commands of the monitor."u8;

    /// <summary>Prints the prompt. The first key does so too.</summary>
    public void Begin()
    {
        if (!_isBegun)
        {
            _isBegun = true;
            BeginRow();
        }
    }

    /// <summary>Takes a key.</summary>
    public void Press(in KeyEvent key)
    {
        if (!key.IsDown)
        {
            return;
        }

        if (!_isBegun || _console.HasForeignText)
        {
            _isBegun = true;
            BeginRow();
        }

        switch (_editor.Press(key))
        {
            case LineEdit.Changed:
                Show();
                break;

            case LineEdit.Refused:
                // The bell: a command that was cut off should not run unnoticed.
                _console.Write("\a"u8);
                break;

            case LineEdit.Accepted:
                _view.End();
                Run(_editor.Text);
                _editor.Keep();
                BeginRow();
                break;

            case LineEdit.Abandoned:
                _console.Write("^C"u8);
                _view.End();
                _editor.Clear();
                BeginRow();
                break;

            case LineEdit.ScreenCleared:
                _screens.Clear();
                BeginRow();
                break;
        }
    }

    private void BeginRow()
    {
        _console.BeginRow();
        _view.Begin();
        Show();
    }

    private void Show() => _view.Show(_editor.Text, _editor.Cursor);

    private void Run(ReadOnlySpan<Rune> line)
    {
        Span<byte> room = stackalloc byte[LineEditor.Capacity * LongestCharacter];
        var length = 0;
        foreach (var character in line)
        {
            length += character.EncodeToUtf8(room[length..]);
        }

        var arguments = new CommandArguments(room[..length]);
        if (!arguments.TryTakeWord(out var name))
        {
            return;
        }

        foreach (var command in _commands)
        {
            if (name.SequenceEqual(command.Name))
            {
                Run(command, arguments);
                return;
            }
        }

        Console.WriteLine($"There is no command '{name}'; help lists those that there are.");
    }

    private static void Run(MonitorCommand command, CommandArguments arguments)
    {
        if (command.Parameters.IsEmpty && !arguments.Rest.IsEmpty)
        {
            Console.WriteLine($"{command.Name} takes nothing behind its name.");
            return;
        }

        try
        {
            command.Run(arguments);
        }
        catch (Exception exception)
        {
            Console.WriteLine($"{command.Name} failed: {exception.Message}");
        }
    }
}
