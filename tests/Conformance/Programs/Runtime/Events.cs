using System;

namespace Tarn.Conformance;

/// <summary>Events as fields and with accessors of their own, on instances, statics and interfaces.</summary>
public static class Events
{
    private interface IClock
    {
        event EventHandler<int>? Ticked;
    }

    private sealed class Clock : IClock
    {
        private EventHandler<int>? _custom;

        public event EventHandler<int>? Ticked;

        public event EventHandler<int> Custom
        {
            add
            {
                Console.WriteLine("added");
                _custom += value;
            }

            remove
            {
                Console.WriteLine("removed");
                _custom -= value;
            }
        }

        public static event Action? Started;

        public void Tick(int time)
        {
            Ticked?.Invoke(this, time);
            _custom?.Invoke(this, -time);
        }

        public static void Start() => Started?.Invoke();
    }

    private static void Report(object? sender, int time) => Console.WriteLine($"{sender is Clock} {time}");

    public static void Run()
    {
        var clock = new Clock();
        clock.Tick(0);
        clock.Ticked += Report;
        clock.Tick(1);
        clock.Ticked += (_, time) => Console.WriteLine($"lambda {time}");
        clock.Tick(2);
        clock.Ticked -= Report;
        clock.Tick(3);
        clock.Custom += Report;
        clock.Tick(4);
        clock.Custom -= Report;
        IClock source = clock;
        source.Ticked += Report;
        clock.Tick(5);
        Clock.Start();
        Action handler = () => Console.WriteLine("started");
        Clock.Started += handler;
        Clock.Started += handler;
        Clock.Start();
        Clock.Started -= handler;
        Clock.Start();
        Clock.Started -= handler;
        Clock.Start();
    }
}
