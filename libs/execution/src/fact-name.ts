/** A name of 05 or 06 as it is kept, however it was typed: brackets full width, the colon of a list half width (车辆:其他用车). */
export const factName = (name: string): string =>
  name.trim().replaceAll('(', '（').replaceAll(')', '）').replaceAll('：', ':');
