import { type RefObject, useEffect, useState } from 'react';

/** How high an element may be to end at the window's lower edge: for tables that scroll inside themselves. */
export function useRoomBelow(of: RefObject<HTMLElement | null>, spare: number, least = 240): number {
  const [room, setRoom] = useState(least);
  useEffect(() => {
    const measure = (): void => {
      const top = of.current?.getBoundingClientRect().top ?? 0;
      setRoom(Math.max(least, Math.floor(window.innerHeight - top - window.scrollY - spare)));
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(document.body);
    window.addEventListener('resize', measure);
    return () => {
      watching.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [of, spare, least]);
  return room;
}
