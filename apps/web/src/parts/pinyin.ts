import { useQuery } from '@tanstack/react-query';

type Initials = (text: string) => string;

/** Pinyin initials (`基层平台建设` → `jcptjs`), once the dictionary has come: it is large, and fetched when first needed. */
export function useInitials(isNeeded: boolean): Initials {
  const { data } = useQuery({
    queryKey: ['pinyin'],
    staleTime: Infinity,
    enabled: isNeeded,
    queryFn: async (): Promise<Initials> => {
      const { pinyin } = await import('pinyin-pro');
      const known = new Map<string, string>();
      return (text) => {
        const found = known.get(text) ?? pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
        known.set(text, found);
        return found.toLowerCase();
      };
    },
  });
  return data ?? NONE;
}

const NONE: Initials = () => '';

/** Whether every word typed stands in the text or, as letters, in its initials. */
export function matches(typed: string, text: string, initials: Initials): boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every(
    (word) => text.toLowerCase().includes(word) || (/^[a-z]+$/.test(word) && initials(text).includes(word)),
  );
}
