import { Controller, Module, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FileInterceptor } from '@nestjs/platform-express';

@Controller('photos')
class PhotosController {
  @Post()
  @UseInterceptors(FileInterceptor('photo')) // <- finding
  add(@UploadedFile() file: { size: number }) {
    return { size: file.size };
  }
}

@Module({ controllers: [PhotosController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
