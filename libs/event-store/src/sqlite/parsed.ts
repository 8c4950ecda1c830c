import { type JsonObject } from '../port';

/** What an event's stored text says; throws an Error that names the event where it is no JSON. */
export function parsed(text: string, position: number): JsonObject {
  try {
    return JSON.parse(text) as JsonObject;
  } catch (cause) {
    throw new Error(`事件库受损：第 ${position} 号事件的内容无法解析。请运行 verify 查明。`, { cause });
  }
}
